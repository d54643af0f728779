import ExplorerStorage
public import FoundationEssentials
public import Terminal
public import ViewModels

/// Joins keys, state and screen: events and results come in, effects go out, frames are drawn.
@MainActor
public final class ExplorerApp {
  public private(set) var explorer: Explorer
  public private(set) var hasQuit = false
  private let terminal: any TerminalBackend
  private var themes: ThemeShelf
  private let keyMap: KeyMap
  private let timeZone: TimeZone
  private let now: () -> Date
  private let perform: (Effect) -> Void
  private var isDirty = true
  private var clicks = ClickCounter()
  private var drag = BorderDrag()

  /// - Parameters:
  ///   - theme: one of the themes that was read before.
  ///   - perform: carries out what the explorer can't do by itself; results come back through ``receive(_:)``.
  public init(
    explorer: Explorer, terminal: any TerminalBackend, themes: ThemeLibrary, theme: Theme? = nil,
    keyMap: KeyMap = .standard, timeZone: TimeZone, now: @escaping () -> Date, perform: @escaping (Effect) -> Void
  ) {
    self.explorer = explorer
    self.terminal = terminal
    self.themes = ThemeShelf(themes, depth: terminal.colorDepth, theme: theme)
    self.keyMap = keyMap
    self.timeZone = timeZone
    self.now = now
    self.perform = perform
  }

  /// Starts to load; comes after the first ``draw()``, so that the screen is there first.
  public func start() { carryOut(explorer.start(at: now())) }

  public func receive(_ action: Action) { carryOut(explorer.handle(action, at: now())) }

  public func handle(_ event: TerminalEvent) {
    isDirty = true
    switch event {
    case .key(let key):
      handle(key)
      // The next key of a burst comes before the next frame, and counts on the panes as they are by now.
      fitViewport()
    case .mouse(let mouse): handle(mouse)
    case .paste(let text):
      let isFilter = [.filter, .profileFilter, .finder, .help, .themes].contains(explorer.context)
      let limit = isFilter ? 200 : 65_536
      receive(.typed(Self.line(of: text.prefix(limit))))
    case .resize: fitViewport()
    case .terminate, .closed: hasQuit = true
    case .background(let color): receive(.backgroundSeen(isLight: color.isLight))
    case .colorScheme(let isLight): receive(.backgroundSeen(isLight: isLight))
    case .focusGained: receive(.focusChanged(true))
    case .focusLost: receive(.focusChanged(false))
    case .resumed: receive(.ticked)
    }
  }

  /// A paste as one line: the breaks inside it become blanks, which forms complain of where none belong.
  private static func line(of text: Substring) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Draws if anything has changed since the last frame.
  public func draw() {
    guard isDirty else { return }
    isDirty = false
    let layout = fitViewport()
    var scene = Scene(
      explorer: explorer, theme: themes.theme(named: explorer.theme), keyMap: keyMap, timeZone: timeZone)
    if case .themes(let picker) = explorer.overlay { scene.samples = samples(picker.list) }
    terminal.setTitle(explorer.windowTitle)
    terminal.present(ExplorerView.draw(scene, layout))
  }

  /// Takes other themes, such as after a file of them was saved.
  public func use(_ library: ThemeLibrary, entries: [ThemeEntry]) {
    themes.library = library
    receive(.themesRead(entries))
  }

  private func samples(_ list: Column) -> [String: Theme] {
    let names = (list.top..<min(list.top + list.height, list.count)).compactMap { list.row(at: $0)?.id }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, themes.theme(named: $0)) })
  }

  /// Sides that are compared need the width.
  private var arrangement: Arrangement {
    var arrangement = explorer.arrangement
    if explorer.comparison != nil { arrangement.isInspectorRight = false }
    return arrangement
  }

  private var layout: Layout {
    Layout(
      size: terminal.size, focus: explorer.focus, isZoomed: explorer.isZoomed, hasPointer: explorer.pointsToGuide,
      arrangement: arrangement)
  }

  private func handle(_ mouse: Mouse) {
    if let action = drag.action(for: mouse, in: layout, explorer) {
      receive(action)
      fitViewport()
      return
    }
    let isDouble = clicks.isDouble(mouse, at: now())
    guard let action = layout.action(for: mouse, in: explorer, keyMap) else { return }
    // The first of the two clicks has moved the cursor there.
    switch action {
    case .pointed, .historyPointed: receive(isDouble ? .command(.open) : action)
    case .command(.quit): receive(.chosen(.quit))
    default: receive(action)
    }
  }

  private func handle(_ key: Key) {
    let context = explorer.context
    if let command = keyMap.command(for: key, in: context) {
      // The one command that its key says more about.
      if command == .foldToDepth, let depth = key.digit {
        receive(.depthChosen(depth))
      } else {
        receive(.command(command))
      }
    } else if context.takesText, let character = key.typed {
      receive(.typed(String(character)))
    }
  }

  private func carryOut(_ effects: [Effect]) {
    isDirty = true
    for effect in effects {
      switch effect {
      case .quit: hasQuit = true
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .useMouse(let isOn): terminal.useMouse(isOn)
      case .copy(let clipping):
        if clipping.fitsTerminal { terminal.copy(clipping.text) }
        perform(effect)
      default: perform(effect)
      }
    }
  }

  /// - Returns: the layout that the explorer knows of now.
  @discardableResult
  private func fitViewport() -> Layout {
    let layout = layout
    let viewport = layout.viewport
    guard viewport != fittedViewport else { return layout }
    fittedViewport = viewport
    receive(.viewportChanged(viewport))
    return self.layout
  }

  private var fittedViewport: Viewport?
}
