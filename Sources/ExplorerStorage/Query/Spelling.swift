/// What somebody may have meant who wrote a name that there isn't.
public enum Spelling {
  /// - Returns: the name that takes the fewest changes to become; the first of equally near ones.
  public static func nearest(to name: String, among names: [String]) -> String {
    names.min { editDistance($0, name) < editDistance($1, name) } ?? name
  }

  private static func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right.prefix(64))
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
