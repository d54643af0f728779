import HTTPTypes
import OpenPayments

/// The request of an exchange, taken apart to be changed and sent again.
public struct RequestForm: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Never, Never, Outcome>

  enum Outcome {
    case send(CallRequest)
    case closed
  }

  public enum Kind: Sendable, Hashable { case path, query, header }

  /// A line of the form: a name and a value, both as they go over the wire. The path has no name.
  public struct Row: Sendable, Hashable {
    public let kind: Kind
    public var name: TextField
    public var value: TextField
    /// It came without an equals sign, and stays so as long as it has no value.
    private let isBare: Bool

    init(_ kind: Kind, _ name: String = "", _ value: String? = "") {
      self.kind = kind
      self.name = TextField(name)
      self.value = TextField(value ?? "")
      isBare = value == nil
    }

    var item: RequestTarget.Item { .init(name: name.text, value: isBare && value.isEmpty ? nil : value.text) }

    /// An id of the client's own goes out in place of an empty one.
    public var isNewID: Bool { kind == .header && value.isEmpty && HTTPField.Name(name.text) == .requestID }
    /// Nothing has been typed into it.
    var isEmpty: Bool { name.isEmpty && value.isEmpty }
  }

  public private(set) var rows: [Row]
  /// The row being typed into, and whether it is its name.
  public private(set) var cursor = 0
  public private(set) var isOnName = false
  /// Header fields that can't be changed, by name.
  public let clientsOwn: [String]
  private let method: String

  /// - Parameter basePath: what the client puts before every path.
  init(_ exchange: Exchange, basePath: String) {
    method = exchange.request.method.rawValue
    let sent = exchange.request.path ?? "/"
    let target = RequestTarget(sent.hasPrefix(basePath) ? String(sent.dropFirst(basePath.count)) : sent)
    let fields = exchange.request.headerFields
    rows = [Row(.path, "", target.path)]
    rows += target.query.map { Row(.query, $0.name, $0.value) }
    rows += fields.filter { !$0.name.isClientsOwn }
      .map { Row(.header, $0.name.rawName, $0.name == .requestID ? "" : $0.value) }
    clientsOwn = fields.map(\.name).filter(\.isClientsOwn).map(\.rawName) + ["Host"]
    moveToValue(of: min(1, rows.count - 1))
  }

  /// The request line that the rows come to.
  public var requestLine: String { "\(method) \(target.text)" }

  private var target: RequestTarget {
    var target = RequestTarget("")
    target.path = rows[0].value.text.hasPrefix("/") ? rows[0].value.text : "/" + rows[0].value.text
    target.query = rows.filter { $0.kind == .query && !$0.isEmpty }.map(\.item)
    return target
  }

  /// What keeps the request from being sent, as a sentence; nil if nothing does.
  public var problem: String? {
    if let row = rows.first(where: { $0.value.text.contains(Secret.mask) }) {
      let name = row.kind == .path ? "The path" : row.name.text
      return "\(name) holds a mask in place of a secret: type it in\(row.kind == .path ? "" : ", or delete the line")."
    }
    do throws(HeaderFieldError) {
      _ = try fields
      return nil
    } catch {
      return "\(error)."
    }
  }

  /// The request to send; nil while there is a ``problem``.
  var request: CallRequest? {
    guard problem == nil, let fields = try? fields else { return nil }
    return CallRequest(path: target.text, fields: fields)
  }

  private var fields: HTTPFields {
    get throws(HeaderFieldError) {
      var fields = HTTPFields()
      for row in rows where row.kind == .header && !row.isEmpty && !row.isNewID {
        fields.append(try HTTPField(typed: row.name.text, value: row.value.text))
      }
      return fields
    }
  }
}

extension RequestForm {
  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command, in world: World) -> Turn? {
    if let motion = Motion(command) {
      move(to: motion.target(from: cursor, count: rows.count, height: world.viewport.overlayRows))
      return .done
    }
    switch command {
    case .nextField: moveField(by: 1)
    case .previousField: moveField(by: -1)
    case .addLine: addLine()
    case .deleteLine: return deleteLine() ? .done : .say("The path can be changed, not deleted.")
    case .send: return request.map { .tell(.closed, .send($0)) } ?? .say("Not sent. \(problem ?? "")")
    case .cancel, .quit: return .tell(.closed)
    default: return nil
    }
    return .done
  }

  mutating func edit(_ change: (inout TextField) -> Void) {
    if isOnName { change(&rows[cursor].name) } else { change(&rows[cursor].value) }
  }

  mutating func move(by distance: Int) { move(to: cursor + distance) }

  mutating func move(to row: Int) {
    cursor = min(max(row, 0), rows.count - 1)
    if rows[cursor].kind == .path { isOnName = false }
  }

  /// From field to field, names and values alike, from the last to the first.
  mutating func moveField(by step: Int) {
    let fields = rows.indices.flatMap { row in rows[row].kind == .path ? [(row, false)] : [(row, true), (row, false)] }
    let position = fields.firstIndex { $0 == (cursor, isOnName) } ?? 0
    (cursor, isOnName) = fields[(position + step + fields.count) % fields.count]
  }

  /// A line of the kind under the cursor, after it; after the path, one of the query.
  mutating func addLine() {
    rows.insert(Row(rows[cursor].kind == .header ? .header : .query), at: cursor + 1)
    (cursor, isOnName) = (cursor + 1, true)
  }

  /// - Returns: whether there was a line that can go.
  mutating func deleteLine() -> Bool {
    guard rows[cursor].kind != .path else { return false }
    rows.remove(at: cursor)
    move(to: cursor)
    return true
  }

  private mutating func moveToValue(of row: Int) { (cursor, isOnName) = (row, false) }
}
