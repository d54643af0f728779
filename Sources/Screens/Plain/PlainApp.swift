public import FoundationEssentials
import OpenPayments
import Terminal
public import ViewModels

/// The explorer as a dialogue of lines: nothing is drawn, nothing moves, and everything is said once.
@MainActor
public final class PlainApp {
  /// So many lines are read out before `more` has to be asked for.
  private static let pageSize = 40
  /// A wait is worth a word after this, and again each time that much has passed.
  private static let patience: TimeInterval = 2

  public private(set) var explorer: Explorer
  public private(set) var hasQuit = false
  private let now: () -> Date
  private let perform: (Effect) -> Void
  private let write: (String) -> Void
  private let prompt: String
  private let isASCII: Bool
  /// Typed lines that wait until what was asked for before is there.
  private var waiting: [String] = []
  private var isInputOver = false
  /// Whether something of the history is on its way.
  private var isTaking = false
  private var isAnswerDue = true
  private var isPromptDue = true
  /// Since when something is waited for, and when that was last said.
  private var waitingSince: Date?
  private var toldAt: Date?
  /// What was read out last, and what is left of it.
  private var said: [String] = []
  private var rest: ArraySlice<String> = []
  private var toldNotice: Notice?

  /// - Parameters:
  ///   - write: takes text as it is to be shown, line breaks included.
  ///   - prompt: what to write when it is somebody's turn to type.
  ///   - isASCII: whether nothing but ASCII can be read.
  ///   - perform: carries out what the explorer can't do by itself; results come back through ``receive(_:)``.
  public init(
    explorer: Explorer, now: @escaping () -> Date, prompt: String, isASCII: Bool = false,
    write: @escaping (String) -> Void,
    perform: @escaping (Effect) -> Void
  ) {
    self.explorer = explorer
    self.now = now
    self.write = write
    self.prompt = prompt
    self.isASCII = isASCII
    self.perform = perform
  }

  public func start() {
    say(PlainView.greeting(explorer))
    // Nothing has a window here: what is listed is listed whole.
    let viewport = Viewport(columnRows: .max / 4, inspectorRows: .max / 4, inspectorWidth: 76, overlayRows: .max / 4)
    _ = explorer.handle(.viewportChanged(viewport), at: now())
    carryOut(explorer.start(at: now()))
    settle()
  }

  public func receive(_ action: Action) {
    handle(action)
    settle()
  }

  /// A line that was typed.
  public func take(_ line: String) {
    waiting.append(line)
    settle()
  }

  /// Nothing more will be typed.
  public func endInput() {
    isInputOver = true
    settle()
  }

  /// Ctrl-C: what is waited for is given up; with nothing to wait for it ends.
  public func interrupt() {
    if explorer.browser.walk != nil {
      receive(.command(.cancel))
    } else if explorer.isBusy {
      receive(.command(.interrupt))
    } else {
      hasQuit = true
    }
  }

  private func handle(_ action: Action) {
    if case .history(let news) = action, news.endsTaking { isTaking = false }
    carryOut(explorer.handle(action, at: now()))
    // The same words a second time are news once the first ones are gone.
    if explorer.notice == nil { toldNotice = nil }
  }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: hasQuit = true
      // Whoever chooses by number rests nowhere on the way.
      case .browser(.rest(let key)): handle(.browser(.rested(key)))
      case .suspend, .redraw, .useMouse: break
      case .history(.take):
        isTaking = true
        perform(effect)
      default: perform(effect)
      }
    }
  }

  /// Says what there is to say, and goes on with the next line once nothing is waited for.
  private func settle() {
    while !hasQuit {
      // Whoever listens goes on when all of it is there.
      guard !explorer.isBusy, explorer.browser.walk == nil, !isTaking, !isReadingHistory else { return tellWait() }
      (waitingSince, toldAt) = (nil, nil)
      if isAnswerDue { answer() } else { tellNotice() }
      guard !waiting.isEmpty else { break }
      (isAnswerDue, isPromptDue) = (true, true)
      run(waiting.removeFirst())
    }
    if isInputOver, waiting.isEmpty { hasQuit = true }
    guard isPromptDue, !hasQuit else { return }
    isPromptDue = false
    write(prompt)
  }

  private var isReadingHistory: Bool { explorer.page == .history && explorer.history.isReading }

  private func tellWait() {
    let since = waitingSince ?? now()
    waitingSince = since
    guard now().timeIntervalSince(toldAt ?? since) >= Self.patience else { return }
    toldAt = now()
    if let walk = explorer.browser.walk {
      let facts = walk.progress.facts(after: .seconds(clamping: now().timeIntervalSince(walk.startedAt)))
      say(["Reading the directory: \(facts.joined(separator: ", ")). Ctrl-C stops."])
    } else {
      say([
        "Waiting for the platform, \(Int(clamping: now().timeIntervalSince(since))) seconds so far. Ctrl-C gives up."
      ])
    }
  }

  private func answer() {
    isAnswerDue = false
    let hasTold = tellNotice()
    guard let lines = PlainView.lines(explorer) else {
      if let problem = explorer.prompt?.problem {
        say([problem.text(explorer.keys)])
      } else {
        say(["That needs the whole screen: opx without --plain has it."])
      }
      leave()
      return
    }
    if lines != said {
      sayPages(lines)
    } else if !hasTold {
      say(["Nothing has changed. list reads it out again."])
    }
  }

  /// - Returns: whether there was something to tell.
  @discardableResult
  private func tellNotice() -> Bool {
    defer { toldNotice = explorer.notice }
    guard let notice = explorer.notice, notice != toldNotice else { return false }
    say([notice.text(explorer.keys)])
    return true
  }

  private func leave() {
    // Some ask before they close, and take a second word for it.
    for _ in 0..<3 where explorer.overlay != nil { handle(.command(.cancel)) }
    if explorer.page == .history { handle(.command(.history)) }
    if explorer.page == .guide { handle(.command(.quit)) }
  }

  private func sayPages(_ lines: [String]) {
    said = lines
    rest = lines[...]
    sayMore()
  }

  private func sayMore() {
    say(Array(rest.prefix(Self.pageSize)))
    rest = rest.dropFirst(Self.pageSize)
    if !rest.isEmpty { say(["\(rest.count) more lines: more reads on."]) }
  }

  private func say(_ lines: [String]) {
    for line in lines {
      write((isASCII ? VisibleText.ascii(line) : VisibleText.visible(line)) + "\n")
    }
  }

  private func run(_ line: String) {
    guard let word = PlainWord(line) else { return }
    if explorer.overlay == .question, ![.yes, .no, .list, .help, .quit].contains(word) {
      return say(["That is a question: yes or no?"])
    }
    switch word {
    case .choice(let number): choose(number)
    case .list: sayPages(PlainView.lines(explorer) ?? [])
    case .more where rest.isEmpty: say(["That was all."])
    case .more: sayMore()
    case .help: say(PlainWord.meanings.map { "\($0.word): \($0.meaning)." })
    case .quit: return hasQuit = true
    case .yes: handle(.command(.confirm))
    case .no: handle(.command(.decline))
    case .again: handle(.command(.refresh))
    case .back: goBack()
    case .find(let text):
      leave()
      handle(.command(.find))
      handle(.typed(text))
    case .filter(let text): filter(text)
    case .mark(let name):
      leave()
      handle(.command(.setMark))
      handle(.typed(name))
    case .marks:
      leave()
      handle(.command(.goToMark))
    case .page(let page):
      leave()
      handle(.pagePointed(page))
    case .line(let text):
      if explorer.overlay == .finder, text == "read-directory" { return handle(.command(.readDirectory)) }
      leave()
      handle(.command(.commandLine))
      handle(.typed(text))
      handle(.command(.accept))
    }
    // What only reads out again has said it.
    if [.list, .more, .help].contains(word) { isAnswerDue = false }
  }

  private func choose(_ number: Int) {
    let count: Int
    let marks = explorer.places.marks.keys.sorted()
    switch (explorer.overlay, explorer.focus) {
    case (.mark, _): count = marks.count
    case (.finder, _): count = explorer.finder.list.count
    case (.profiles, _): count = explorer.profileRoom.switcher?.list.count ?? 0
    case (.some, _): count = 0
    case (nil, _) where explorer.page == .history: count = explorer.history.list.window.upperBound
    case (nil, .column(let column)): count = explorer[column].count
    case (nil, .inspector): count = 0
    }
    guard (1...max(count, 1)).contains(number), count > 0 else {
      isAnswerDue = false
      say([count == 0 ? "There is nothing to choose from here." : "Choose a number from 1 to \(count)."])
      return
    }
    if explorer.overlay == .mark {
      handle(.typed(marks[number - 1]))
    } else if explorer.overlay == nil, explorer.page == .history {
      handle(.historyPointed(row: number - 1))
      handle(.command(.open))
    } else if explorer.overlay != nil {
      handle(.rowPointed(number - 1))
      // The second time it is taken, as by a second click.
      if explorer.overlay != nil { handle(.rowPointed(number - 1)) }
    } else if case .column(let column) = explorer.focus {
      handle(.pointed(column, row: number - 1))
      handle(.command(.open))
    }
  }

  private func goBack() {
    if explorer.overlay != nil || explorer.page == .history { leave() } else { handle(.command(.back)) }
  }

  private func filter(_ text: String) {
    let isOfHistory = explorer.overlay == nil && explorer.page == .history
    if !isOfHistory { leave() }
    handle(.command(.filter))
    handle(.command(.eraseLine))
    handle(.typed(text))
    handle(.command(isOfHistory ? .accept : .acceptFilter))
  }
}
