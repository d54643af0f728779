/// The nodes that a query selects, in the order of RFC 9535: a node that is selected twice is there twice.
///
/// Takes four bytes a node.
public struct JSONPathMatches: RandomAccessCollection, Sendable, Equatable {
  public enum Ending: Sendable, Hashable {
    /// These are all nodes.
    case complete
    /// There are more than were wanted.
    case limit
    /// There may be more; the evaluation was cancelled.
    case cancelled
  }

  public let ending: Ending
  private let root: JSONValue
  private let nodes: [UInt32]

  init(_ nodes: [UInt32], in root: JSONValue, ending: Ending) {
    self.nodes = nodes
    self.root = root
    self.ending = ending
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { nodes.count }
  public subscript(position: Int) -> JSONValue { root.value(atNode: Int(nodes[position])) }

  /// Every node once, in document order. Takes a step for each node and a bit for each place in the document.
  public var distinct: JSONPathMatches {
    var places = [UInt64](repeating: 0, count: Int(nodes.max() ?? 0) / 64 + 1)
    for node in nodes { places[Int(node) / 64] |= 1 << UInt64(node % 64) }
    var distinct: [UInt32] = []
    for (position, bits) in places.enumerated() {
      var bits = bits
      while bits != 0 {
        distinct.append(UInt32(position * 64 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    return JSONPathMatches(distinct, in: root, ending: ending)
  }
}

extension JSONPath {
  /// Evaluates the query.
  ///
  /// Only the nodes selected are kept: memory grows neither with what is passed on the way nor, beyond a few dozen bytes
  /// for each level, with the depth of the document.
  ///
  /// - Parameters:
  ///   - root: what `$` stands for, usually the root of a document.
  ///   - limit: how many nodes are wanted at most.
  ///   - isCancelled: asked now and then, often enough to stop within milliseconds.
  public func matches(
    in root: JSONValue, limit: Int = .max, isCancelled: @escaping () -> Bool = { Task.isCancelled }
  ) -> JSONPathMatches {
    let evaluation = JSONPathEvaluation(root: root, isStopped: isCancelled)
    var found = JSONPathNodes(segments, from: root, in: evaluation)
    var nodes: [UInt32] = []
    // A stopped evaluation ends with anything; so what comes last counts only if it was not stopped.
    while let value = found.next(), !evaluation.isStopped {
      guard nodes.count < limit else { return JSONPathMatches(nodes, in: root, ending: .limit) }
      nodes.append(UInt32(value.node))
    }
    return JSONPathMatches(nodes, in: root, ending: evaluation.isStopped ? .cancelled : .complete)
  }
}

extension JSONValue {
  /// Another value of the same document.
  fileprivate func value(atNode node: Int) -> JSONValue { JSONValue(index: index, node: node) }
}
