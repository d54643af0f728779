/// A document as the rows of its pretty-printed form: any row in constant time, a little over four bytes for each.
///
/// There is a row for every scalar and every empty container, and for each bracket of any other container. A container
/// that was never closed has no row for the bracket it lacks.
public struct JSONOutline: Sendable, Equatable, RandomAccessCollection {
  private let index: JSONIndex
  /// The value of each row. As values rise in document order, a smaller one than the row before is a closing bracket.
  private var nodes: [UInt32] = []
  /// The depth of each row at a multiple of `stride`; rows in between count from there.
  private var depths: [UInt32] = []
  private static let stride = 64

  public init(_ document: JSONDocument) {
    index = document.index
    nodes.reserveCapacity(index.nodes.count)
    var open: [Int] = []
    for node in index.nodes.indices {
      closeContainers(&open, endingAt: node)
      guard !index.isKey(node) else { continue }
      append(node, depth: open.count)
      if opensRows(node) { open.append(node) }
    }
    closeContainers(&open, endingAt: index.nodes.count)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { nodes.count }

  public subscript(row: Int) -> JSONLine {
    let part = part(ofRow: row)
    let node = Int(nodes[row])
    let isMember = part != .closing && node > 0 && index.isKey(node - 1)
    return JSONLine(
      part: part, depth: depth(ofRow: row), key: isMember ? JSONValue(index: index, node: node - 1) : nil,
      value: JSONValue(index: index, node: node),
      hasComma: part != .opening && row + 1 < nodes.count && self.part(ofRow: row + 1) != .closing)
  }

  /// The row where a value, or the value of a key, begins; nil for a value of another document.
  public func row(of value: JSONValue) -> Int? {
    guard value.index == index else { return nil }
    let node = value.isKey ? value.node + 1 : value.node
    let offset = Int(index.nodes[node].offset)
    var rows = nodes.indices
    while let middle = rows.dropFirst(rows.count / 2).first {
      if firstByte(ofRow: middle) == offset { return middle }
      rows = firstByte(ofRow: middle) < offset ? middle + 1..<rows.upperBound : rows.lowerBound..<middle
    }
    return nil
  }

  /// Where in the document the value of a row is, such as `$.aspsps[3].bicFi`.
  public func path(ofRow row: Int) -> String {
    JSONValue(index: index, node: Int(nodes[row])).path
  }
}

extension JSONOutline {
  private mutating func closeContainers(_ open: inout [Int], endingAt node: Int) {
    while let container = open.last, index.next(container) == node {
      open.removeLast()
      if index.nodes[container].end != 0 { append(container, depth: open.count) }
    }
  }

  private mutating func append(_ node: Int, depth: Int) {
    if nodes.count.isMultiple(of: Self.stride) { depths.append(UInt32(depth)) }
    nodes.append(UInt32(node))
  }

  private func opensRows(_ node: Int) -> Bool {
    index.next(node) > node + 1 || index.nodes[node].end == 0
  }

  private func part(ofRow row: Int) -> JSONLine.Part {
    if row > 0, nodes[row] < nodes[row - 1] { return .closing }
    return opensRows(Int(nodes[row])) ? .opening : .whole
  }

  private func depth(ofRow row: Int) -> Int {
    let start = row - row % Self.stride
    var depth = Int(depths[start / Self.stride])
    for each in start..<row {
      if part(ofRow: each) == .opening { depth += 1 }
      if part(ofRow: each + 1) == .closing { depth -= 1 }
    }
    return depth
  }

  private func firstByte(ofRow row: Int) -> Int {
    let range = index.range(Int(nodes[row]))
    return part(ofRow: row) == .closing ? range.upperBound - 1 : range.lowerBound
  }
}
