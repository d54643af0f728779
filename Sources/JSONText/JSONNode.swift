/// One value or key in the structural index: twelve bytes, in document order.
struct JSONNode: Sendable {
  /// Where its first byte is.
  var offset: UInt32
  /// The byte after its last; zero for a container whose closing bracket never came.
  var end: UInt32
  /// The node after it and everything inside it. A key holds its value, so both have the same `next`.
  var next: UInt32
}
