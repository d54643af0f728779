public import ExplorerStorage
public import FoundationEssentials
public import Terminal
public import ViewModels

/// Joins keys, state and screen: events and results come in, effects go out, frames are drawn.
@MainActor
public final class ExplorerApp {
  public private(set) var hasQuit = false
  private var scene: Scene
  private let terminal: any TerminalBackend
  private var themes: ThemeShelf
  private let now: () -> Date
  private let perform: (Effect) -> Void
  /// Whether anything may have changed since the last frame.
  private var isDirty = true { didSet { if isDirty { fitted = nil } } }
  /// The layout that the explorer knows of, until something may have changed.
  private var fitted: Layout?
  private var fittedViewport: Viewport?
  private var clicks = ClickCounter()
  private var drag = BorderDrag()

  /// - Parameters:
  ///   - theme: one of the themes that was read before.
  ///   - perform: carries out what the explorer can't do by itself; results come back through ``receive(_:)``.
  public init(
    explorer: Explorer, terminal: any TerminalBackend, themes: ThemeLibrary, theme: Theme? = nil,
    keyMap: KeyMap = .standard, timeZone: LocalZone, now: @escaping () -> Date, perform: @escaping (Effect) -> Void
  ) {
    self.terminal = terminal
    self.themes = ThemeShelf(themes, depth: terminal.colorDepth, theme: theme)
    scene = Scene(
      explorer: explorer, theme: self.themes.theme(named: explorer.look.theme), keyMap: keyMap, timeZone: timeZone)
    self.now = now
    self.perform = perform
  }

  public var explorer: Explorer { scene.explorer }

  /// Starts to load; comes after the first ``draw()``, so that the screen is there first.
  public func start() { carryOut(scene.explorer.start(at: now())) }

  public func receive(_ action: Action) { carryOut(scene.explorer.handle(action, at: now())) }

  public func handle(_ event: TerminalEvent) {
    isDirty = true
    switch event {
    case .key(let key):
      handle(key)
      // The next key of a burst comes before the next frame, and counts on the panes as they are by now.
      fitViewport()
    case .mouse(let mouse): handle(mouse)
    case .paste(let text):
      // Far more than any line takes, so that a longer one is refused with a word.
      receive(.typed(Self.line(of: text.prefix(65_536))))
    case .resize: fitViewport()
    case .terminate, .closed: hasQuit = true
    case .background(let color): receive(.look(.backgroundSeen(isLight: color.isLight)))
    case .colorScheme(let isLight): receive(.look(.backgroundSeen(isLight: isLight)))
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
    scene.theme = themes.theme(named: look { $0.explorer.look.theme })
    if let picker = look({ $0.explorer.look.picker }) {
      scene.samples = samples(picker.list)
    } else {
      scene.samples = [:]
    }
    scene.prepareHints()
    terminal.present(look { ExplorerView.draw($0, layout) })
    terminal.setTitle(look { $0.explorer.windowTitle })
  }

  /// Looks at the scene where it is: a copy would touch all that the state refers to, for every key.
  private func look<Result>(_ see: (inout Scene) -> Result) -> Result { see(&scene) }

  /// Takes other themes, such as after a file of them was saved.
  public func use(_ library: ThemeLibrary, entries: [ThemeEntry]) {
    themes.library = library
    receive(.look(.themesRead(entries)))
  }

  private func samples(_ list: Column) -> [String: Theme] {
    let names = (list.top..<min(list.top + list.height, list.count)).compactMap { list.row(at: $0)?.id }
    return Dictionary(names.map { ($0, themes.theme(named: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  private var layout: Layout {
    look { scene in
      var arrangement = scene.explorer.look.arrangement
      // Sides that are compared need the width.
      if scene.explorer.comparison.shown != nil { arrangement.isInspectorRight = false }
      return Layout(
        size: terminal.size, focus: scene.explorer.focus, isZoomed: scene.explorer.isZoomed,
        hasPointer: scene.explorer.pointsToGuide, arrangement: arrangement)
    }
  }

  private func handle(_ mouse: Mouse) {
    if let action = drag.action(for: mouse, in: layout, explorer) {
      receive(action)
      fitViewport()
      return
    }
    let isDouble = clicks.isDouble(mouse, at: now())
    guard let action = layout.action(for: mouse, in: explorer, scene.keyMap) else { return }
    // The first of the two clicks has moved the cursor there.
    switch action {
    case .pointed, .historyPointed: receive(isDouble ? .command(.open) : action)
    case .command(.quit): receive(.chosen(.quit))
    default: receive(action)
    }
  }

  private func handle(_ key: Key) {
    let context = look { $0.explorer.context }
    if let command = scene.keyMap.command(for: key, in: context) {
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
      case .copying(.copy(let clipping)):
        if clipping.fitsTerminal { terminal.copy(clipping.text) }
        perform(effect)
      default: perform(effect)
      }
    }
  }

  /// - Returns: the layout that the explorer knows of now.
  @discardableResult
  private func fitViewport() -> Layout {
    if let fitted { return fitted }
    var layout = layout
    let viewport = layout.viewport
    if viewport != fittedViewport {
      fittedViewport = viewport
      receive(.viewportChanged(viewport))
      layout = self.layout
    }
    fitted = layout
    return layout
  }
}
