import JSONText

extension JSONTree {
  /// What all rows show.
  var lines: [JSONLine] { (0..<count).compactMap { self[$0] } }
}
