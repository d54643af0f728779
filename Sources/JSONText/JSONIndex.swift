/// The text and its structure, shared by a document and all its values.
final class JSONIndex: Sendable, Equatable {
  let bytes: [UInt8]
  let nodes: [JSONNode]
  let error: JSONSyntaxError?

  init(bytes: [UInt8], nodes: [JSONNode], error: JSONSyntaxError?) {
    self.bytes = bytes
    self.nodes = nodes
    self.error = error
  }

  static func == (left: JSONIndex, right: JSONIndex) -> Bool {
    left === right || left.bytes == right.bytes
  }

  /// The node after this one and everything inside it.
  func next(_ node: Int) -> Int { Int(nodes[node].next) }

  func firstByte(_ node: Int) -> UInt8 { bytes[Int(nodes[node].offset)] }

  /// Whether the node is a key: among strings, only they hold another node.
  func isKey(_ node: Int) -> Bool {
    next(node) > node + 1 && firstByte(node) == UInt8(ascii: "\"")
  }

  /// Where the text of a node is; a container without its closing bracket goes on to where the text broke.
  func range(_ node: Int) -> Range<Int> {
    let end = nodes[node].end == 0 ? min(error?.offset ?? bytes.count, bytes.count) : Int(nodes[node].end)
    return Int(nodes[node].offset)..<end
  }
}
