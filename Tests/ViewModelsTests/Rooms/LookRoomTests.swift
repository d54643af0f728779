import ExplorerStorage
import Testing

@testable import ViewModels

/// Colours and sizes, without a screen.
struct LookRoomTests {
  private let viewport = ViewModels.World.of().viewport
  private let themes = ["dark", "light", "nord"].map { ThemeEntry(name: $0, variant: "dark") }

  private func room(fixed: String? = nil) -> LookRoom {
    let choice = ThemeChoice(dark: "dark", light: "light")
    return LookRoom(
      Appearance(choice: choice, fixed: fixed, themes: themes), Arrangement(), isMouseOn: true)
  }

  private func choosing(_ name: String, fixed: String? = nil) -> LookRoom {
    var room = room(fixed: fixed)
    _ = room.open(viewport)
    _ = room.edit { $0.insert(name) }
    return room
  }

  @Test("A theme is tried while it is under the cursor, and in use only once it is chosen")
  func trying() {
    var room = room()
    #expect(room.open(viewport).told == ["choosing"] && room.theme == "dark")
    #expect(room.run(.moveToBottom)?.isQuiet == true && room.theme == "nord")
    room.leave()
    #expect(room.theme == "dark")
    room = choosing("nord")
    let turn = room.run(.useTheme)
    #expect(turn?.work == [.keepTheme(ThemeChoice(dark: "nord", light: "light"))] && turn?.told == ["closed"])
    #expect(room.theme == "nord" && room.picker == nil)
  }

  @Test("In place of one that a setting says it holds for this run alone")
  func fixed() {
    var room = choosing("nord", fixed: "light")
    let turn = room.run(.useTheme)
    #expect(turn?.work.isEmpty == true && turn?.said?.hasPrefix("nord for now") == true && room.theme == "nord")
  }

  @Test("Esc drops what was typed, then closes; what fits nothing is said")
  func leaving() {
    var room = choosing("zzz")
    #expect(room.run(.useTheme)?.said == "No theme fits." && room.picker != nil)
    #expect(room.run(.cancel)?.isQuiet == true && room.picker?.typed.field.text == "")
    #expect(room.run(.cancel)?.told == ["closed"] && room.picker == nil)
  }

  @Test("Where no themes are to be seen commands mean nothing, nor do others ever")
  func ignored() {
    var room = room()
    #expect(room.run(.moveDown) == nil && room.run(.useTheme) == nil && room.run(.cancel) == nil)
    _ = room.open(viewport)
    #expect(room.run(.history) == nil)
    #expect(room.arrange(.open, .inspector, isComparing: false, viewport) == nil)
  }

  @Test("Another background brings the other theme, and is kept; the same is no news")
  func background() {
    var room = room()
    #expect(room.take(.backgroundSeen(isLight: false)).isQuiet)
    let turn = room.take(.backgroundSeen(isLight: true))
    #expect(turn.work == [.keepTheme(ThemeChoice(dark: "dark", light: "light", isLight: true))])
    #expect(room.theme == "light")
  }

  @Test("A fault in the theme in use is said when it is read anew, not at first")
  func faults() {
    let broken = [ThemeEntry(name: "dark", variant: "dark", problems: ["dark.yaml:1: no colour"])]
    let choice = ThemeChoice(dark: "dark", light: "light")
    var room = LookRoom(Appearance(choice: choice).with(names: ["dark"]), Arrangement(), isMouseOn: false)
    #expect(room.take(.themesRead(broken)).isQuiet)
    #expect(room.take(.themesRead(broken)).said == "dark.yaml:1: no colour")
  }

  @Test("Panes get other sizes, which are kept; beside a comparison the inspector stays below")
  func panes() {
    var room = room()
    let grown = room.arrange(.growPane, .inspector, isComparing: false, viewport)
    #expect(room.arrangement.moreBelow == 1 && grown?.work == [.keepArrangement(room.arrangement)])
    #expect(room.arrange(.turnInspector, .inspector, isComparing: true, viewport)?.said != nil)
    #expect(!room.arrangement.isInspectorRight)
    _ = room.arrange(.turnInspector, .inspector, isComparing: false, viewport)
    #expect(room.arrangement.isInspectorRight)
  }

  @Test("The mouse is given to the terminal and taken back")
  func mouse() {
    var room = room()
    #expect(room.toggleMouse().told == ["useMouse"] && !room.isMouseOn)
    #expect(room.toggleMouse().said == "The mouse is back." && room.isMouseOn)
  }
}
