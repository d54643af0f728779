extension String {
  /// In lines of at most so many characters, broken at blanks where there are any.
  func broken(at width: Int) -> [String] {
    let width = max(width, 1)
    var lines: [String] = []
    var used = 0
    for word in split(separator: " ") {
      var (rest, length) = (word, word.count)
      if !lines.isEmpty, used + 1 + length <= width {
        lines[lines.count - 1] += " \(word)"
        used += 1 + length
        continue
      }
      while length > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
        length -= width
      }
      lines.append(String(rest))
      used = length
    }
    return lines
  }

  /// Without the blanks around it, which a paste often has.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
