public import JSONText
import OpenPayments

/// The body of one exchange as it is being looked at: as a tree, as text or as numbers.
public struct BodyPage: Sendable, Equatable {
  public let inspection: Inspection
  public private(set) var form: BodyForm
  /// What is shown as a tree: the whole document, or what a path expression selects of it.
  public internal(set) var tree: JSONTree?
  /// The whole document while the tree is narrowed.
  var whole: JSONTree?
  public internal(set) var query: BodyQuery?
  public internal(set) var search: BodySearch?
  /// Made when the text is first shown.
  private var text: TextRows?
  private var hex: HexRows
  private var width: Int

  package init(_ inspection: Inspection, form: BodyForm = .tree, width: Int = 76) {
    self.inspection = inspection
    self.width = width
    tree = inspection.document.map { JSONTree($0) }
    hex = HexRows(inspection.exchange.body, width: width)
    let isTree = tree != nil && !inspection.holdsSeveralValues
    self.form = form == .tree && !isTree ? inspection.isBinary ? .hex : .text : form
    if self.form == .text { text = TextRows(inspection.text, width: width) }
  }

  /// The forms that there are for this body.
  public var forms: [BodyForm] { tree == nil ? [.text, .hex] : BodyForm.allCases }

  public var count: Int {
    guard !inspection.exchange.body.isEmpty else { return 1 }
    return switch form {
    case .tree: max((tree?.count ?? 0) + (error == nil || whole != nil ? 0 : 1), 1)
    case .text: text?.count ?? 0
    case .hex: hex.count
    }
  }

  /// What a row shows; nothing where there is no such row.
  public subscript(row: Int) -> Line {
    guard (0..<count).contains(row) else { return Line() }
    guard !inspection.exchange.body.isEmpty else {
      return Line(inspection.exchange.isFile ? "The file is empty." : inspection.exchange.noBodyWords, .muted)
    }
    switch form {
    case .text: return Line(marked(text?[row] ?? "", .plain))
    case .hex: return hex.line(row, marking: hits(inRow: row))
    case .tree:
      if let line = jsonLine(row) { return self.line(line) }
      if whole != nil { return Line("The path selects nothing in this body.", .muted) }
      let place = inspection.brokenPlace.map {
        "\($0.reason) at \($0.words) (byte \(inspection.byteOffset(ofText: $0.offset)))"
      }
      return Line(sentence: "⚠ not JSON from here on: \(place ?? ""). \(key: .turnForm) shows the text.", .bad)
    }
  }

  /// What a row of the tree shows; nil for any other row.
  func jsonLine(_ row: Int) -> JSONLine? {
    guard form == .tree, row >= 0, row < tree?.count ?? 0 else { return nil }
    return tree?[row]
  }

  private var error: JSONSyntaxError? { inspection.document?.error }

  /// - Returns: the row that shows at this width what the given one showed.
  mutating func setWidth(_ width: Int, at row: Int) -> Int {
    let byte = byte(ofRow: row)
    self.width = width
    text = form == .text ? TextRows(inspection.text, width: width) : nil
    hex = HexRows(inspection.exchange.body, width: width)
    return form == .tree ? row : self.row(atByte: byte)
  }

  /// Goes over to another form.
  ///
  /// - Returns: the row that shows there what the given one shows here.
  mutating func turn(to form: BodyForm, at row: Int) -> Int {
    let byte = bodyByte(ofRow: row)
    self.form = form
    if form == .text, text == nil { text = TextRows(inspection.text, width: width) }
    return self.row(atByte: form == .hex ? byte : inspection.textOffset(ofByte: byte))
  }

  /// Opens what hides an item of the answer's list.
  ///
  /// - Returns: its rows; nil if there is no such item.
  mutating func reveal(item position: Int) -> ClosedRange<Int>? {
    guard whole == nil, let item = inspection.item(position), let row = changeTree({ $0.reveal(item) }) else {
      return nil
    }
    let first = form == .tree ? row : self.row(atTextByte: item.range.lowerBound)
    return first...max(first, self.row(atTextByte: item.range.upperBound - 1))
  }

  /// Changes the tree in its place, without a copy of it.
  mutating func changeTree(_ change: (inout JSONTree) -> Int?) -> Int? {
    guard var tree = self.tree.take() else { return nil }
    defer { self.tree = tree }
    return change(&tree)
  }

  /// Where a row begins in what it shows: in the text, or among the numbers in the body.
  func byte(ofRow row: Int) -> Int {
    guard count > 1 || !inspection.exchange.body.isEmpty else { return 0 }
    return switch form {
    case .tree: row < tree?.count ?? 0 ? tree?.byte(ofRow: row) ?? 0 : error?.offset ?? 0
    case .text: text?.byte(ofRow: row) ?? 0
    case .hex: hex.byte(ofRow: row)
    }
  }

  /// Where a row begins in the body.
  private func bodyByte(ofRow row: Int) -> Int {
    form == .hex ? byte(ofRow: row) : inspection.byteOffset(ofText: byte(ofRow: row))
  }

  func row(atTextByte offset: Int) -> Int {
    row(atByte: form == .hex ? inspection.byteOffset(ofText: offset) : offset)
  }

  func row(atByte offset: Int) -> Int {
    switch form {
    case .tree where whole == nil && offset >= error?.offset ?? .max: tree?.count ?? 0
    case .tree: tree?.row(atByte: offset) ?? 0
    case .text: text?.row(atByte: offset) ?? 0
    case .hex: hex.row(atByte: offset)
    }
  }

  /// Where a row is in the body: the path of its value, or the number of its first byte.
  func place(ofRow row: Int) -> String? {
    guard !inspection.exchange.body.isEmpty else { return nil }
    if form == .tree { return jsonLine(row)?.value.path(lastSteps: 24) }
    return "byte \(bodyByte(ofRow: row)) of \(inspection.exchange.body.count)"
  }
}
