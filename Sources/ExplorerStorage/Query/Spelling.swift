/// What somebody may have meant who wrote a name that there isn't.
public enum Spelling {
  /// No name of ours is longer; what comes after so much of a text is not looked at.
  private static let longest = 64

  /// - Returns: the name that takes the fewest changes to become; the first of equally near ones.
  public static func nearest(to name: String, among names: [String]) -> String {
    let letters = Array(name.prefix(longest))
    return names.map { ($0, editDistance($0.prefix(longest), letters)) }.min { $0.1 < $1.1 }?.0 ?? name
  }

  private static func editDistance(_ left: Substring, _ right: [Character]) -> Int {
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
