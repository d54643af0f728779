import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Terminal
import ViewModels

/// What the explorer shows, as sentences and numbered lines without a picture.
enum PlainView {
  /// Nobody has more than this read out; it keeps what a server sends from taking the dialogue over.
  private static let mostLines = 2000
  private static let longestLine = 4000

  /// - Returns: nil for what has no plain form.
  static func lines(_ explorer: Explorer) -> [String]? {
    switch explorer.overlay {
    case .question: return explorer.question.map { [$0.title, $0.text.text(explorer.keys), "yes or no?"] }
    case .finder: return found(explorer.finder, explorer)
    case .profiles: return explorer.profileRoom.switcher.map { profiles($0, explorer) }
    case .token: return (explorer.tokenPage?.page.lines.map(text) ?? [])
    case .mark: return marks(explorer)
    case .some: return nil
    case nil: break
    }
    if let page = explorer.page { return page == .history ? history(explorer) : nil }
    switch explorer.focus {
    case .column(let column): return list(column, explorer)
    case .inspector: return inspector(explorer)
    }
  }

  static func greeting(_ explorer: Explorer) -> [String] {
    let profile = explorer.profile
    let place = profile.isBuiltInSandbox ? "the sandbox inside this program" : profile.destination ?? ""
    let kind = profile.isProduction ? "PRODUCTION, " : ""
    return ["opx, as \(profile.name): \(kind)\(place).", "Type a number, a word, or help."]
  }

  private static func list(_ id: ColumnID, _ explorer: Explorer) -> [String] {
    let column = explorer[id]
    let status = explorer.status(of: id)
    if let failure = status.failure, column.rows.isEmpty { return self.failure(failure, explorer.keys) }
    let title = explorer.title(of: id).replacing(" · ", with: " of ")
    let filter = column.filter.isEmpty ? "" : ", of \(column.rows.count), that fit \(column.filter)"
    let order = column.order.words.map { ", by \($0)" } ?? ""
    var lines = ["\(title): \(column.count)\(filter)\(order).\(age(status, explorer))"]
    if let failure = status.failure { lines.append("Not refreshed: \(failure.message)") }
    for position in 0..<column.count {
      guard let row = column.row(at: position) else { continue }
      lines.append("\(position + 1). \(words(row))")
    }
    if column.cursor > 0, let row = column.selected { lines.append("You are at \(column.cursor + 1), \(words(row)).") }
    return lines
  }

  private static func words(_ row: Row) -> String {
    row.code.isEmpty ? row.name : "\(row.name), \(row.code)"
  }

  private static func age(_ status: LoadStatus, _ explorer: Explorer) -> String {
    guard let at = status.loadedAt else { return "" }
    let age = Words.age(explorer.now.timeIntervalSince(at))
    return age == "now" ? "" : " Read \(age) ago."
  }

  private static func failure(_ failure: LoadFailure, _ keys: CommandKeys) -> [String] {
    ["Failed: \(failure.message)", failure.suggestion.text(keys)].filter { !$0.isEmpty }
  }

  private static func inspector(_ explorer: Explorer) -> [String] {
    let inspector = explorer.inspector
    var lines: [String] = []
    if let exchange = inspector.subject.inspection?.exchange {
      let outcome = (exchange.response?.status).map(Words.status) ?? exchange.failure?.words ?? ""
      lines.append("\(inspector.page.rawValue) of \(Words.title(exchange, width: .max)), \(outcome)")
    }
    if inspector.page == .body, let problem = inspector.body?.inspection.exchange.codingProblem {
      lines.append("As received: \(problem.words).")
    }
    if inspector.page == .body, let remark = inspector.body?.inspection.remark {
      lines.append("The body is \(remark).")
    }
    if inspector.page == .body, let place = inspector.body?.inspection.brokenPlace {
      lines.append("Not JSON from \(place.words) on: \(place.reason).")
    }
    for position in 0..<min(inspector.count, mostLines) {
      lines.append(text(inspector[position].spelled(explorer.keys)))
    }
    if inspector.count > mostLines {
      lines.append("\(inspector.count - mostLines) more lines: save-body keeps all of it in a file.")
    }
    return lines
  }

  private static func text(_ line: Line) -> String {
    let words = line.pieces.map(\.text).joined().prefix(longestLine)
    let indent = String(repeating: " ", count: line.indent)
    let note = line.note.map { "  (\($0))" } ?? ""
    return indent + words + note
  }

  private static func found(_ finder: Finder, _ explorer: Explorer) -> [String] {
    if let nothing = finder.nothingFound(knowsAll: explorer.session.directory.isWhole) {
      return [nothing.text(explorer.keys)]
    }
    var lines = ["Found \(finder.list.count) of \(finder.count) known."]
    for position in 0..<finder.list.count {
      guard let row = finder.list.row(at: position), let place = finder.place(at: position) else { continue }
      let words = [row.name, row.code, place.kind.rawValue, row.context].filter { !$0.isEmpty }
      lines.append("\(position + 1). \(words.joined(separator: ", "))")
    }
    return lines
  }

  private static func profiles(_ switcher: Switcher, _ explorer: Explorer) -> [String] {
    var lines = ["Profiles: \(switcher.list.count)."]
    for position in 0..<switcher.list.count {
      guard let profile = switcher.profile(at: position) else { continue }
      let inUse = profile.id == explorer.profile.id ? ", in use" : ""
      lines.append("\(position + 1). \(profile.name), \(profile.placeWord), \(profile.dialect.rawValue)\(inUse)")
    }
    return lines
  }

  private static func marks(_ explorer: Explorer) -> [String] {
    let marks = explorer.places.marks.sorted { $0.key < $1.key }
    guard !marks.isEmpty else { return ["No mark yet: mark and a letter make one."] }
    return ["Marks: \(marks.count)."] + marks.enumerated().map { "\($0 + 1). \($1.key), \($1.value)" }
  }

  private static func history(_ explorer: Explorer) -> [String] {
    let history = explorer.history.list
    guard explorer.history.settings.isOn else { return ["The history is off: no call is kept."] }
    if let failure = history.failure { return ["The history can't be read: \(failure)"] }
    let filter = history.query.isEmpty ? "" : " that fit \(history.query.text)"
    var lines = ["History: \(Words.count(history.total, "call"))\(filter), the newest first."]
    for position in history.window {
      guard let row = history.row(at: position) else { continue }
      let moment = Words.moment(row.startedAt, explorer.now, explorer.timeZone, withSeconds: true)
      let call = "\(row.method) \(row.path), \(HistoryColumns.outcome(row))"
      lines.append("\(position + 1). \(moment), \(row.profile), \(call)")
    }
    let unread = history.total - history.window.upperBound
    if unread > 0 { lines.append("\(unread) older ones: filter narrows the list.") }
    return lines
  }
}
