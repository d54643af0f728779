/// What somebody may have meant who wrote a name that there isn't. Case and accents aside, the same in every run.
public enum Spelling {
  /// No name of ours is longer; what comes after so much of a text is not looked at.
  private static let longest = 64
  /// So many changes at most lead from a slip to what was meant; half of a short name is another name.
  private static let mostChanges = 3

  /// - Returns: the name that begins with the text, else the one that takes the fewest changes to become; of equally near
  ///   ones the first in the alphabet.
  public static func nearest(to name: String, among names: some Sequence<String>) -> String {
    let letters = letters(of: name)
    return names.lazy.map { Candidate($0, from: letters) }.min()?.name ?? name
  }

  /// The names that a slip of the finger or an abbreviation may have become the text from, the nearest first.
  public static func near(_ name: String, among names: some Sequence<String>) -> [String] {
    let letters = letters(of: name)
    return names.lazy.map { Candidate($0, from: letters) }.filter { $0.isNear(letters) }.sorted().map(\.name)
  }

  private static func letters(of name: String) -> [Character] { Array(TextFolding.folded(name).prefix(longest)) }

  /// One of the names, and how far it is.
  private struct Candidate: Comparable {
    let name: String
    private let letters: [Character]
    private let changes: Int
    /// Whether more follows than the text.
    private let isBegun: Bool

    init(_ name: String, from text: [Character]) {
      self.name = name
      letters = Spelling.letters(of: name)
      changes = Spelling.changes(from: letters, to: text)
      isBegun = letters.starts(with: text)
    }

    static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: (Int, Int, String) { (isBegun ? 0 : 1, changes, name) }

    func isNear(_ text: [Character]) -> Bool {
      changes <= max(1, min(mostChanges, max(letters.count, text.count) / 2)) || isAbbreviated(by: text)
    }

    /// Whether the text begins as the name does and goes on with some of its letters, as `ls` does for `list`.
    private func isAbbreviated(by text: [Character]) -> Bool {
      guard text.count > 1, text.first == letters.first else { return false }
      var rest = letters[...]
      return text.allSatisfy { letter in
        guard let place = rest.firstIndex(of: letter) else { return false }
        rest = rest[(place + 1)...]
        return true
      }
    }
  }

  /// How many letters are to be put in, left out, replaced, or swapped with the next.
  private static func changes(from left: [Character], to right: [Character]) -> Int {
    var (before, above) = ([Int](), Array(0...right.count))
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for (j, b) in right.enumerated() {
        var least = min(row[j] + 1, above[j + 1] + 1, above[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, above) = (above, row)
    }
    return above[right.count]
  }
}
