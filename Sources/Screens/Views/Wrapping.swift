import Terminal

/// Breaks text into lines at blanks; a word that is longer than a line is broken where the line ends.
enum Wrapping {
  static func lines(of text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(String(word))
      if used > 0, used + 1 + wordWidth > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      for character in word {
        let wide = DisplayWidth.of(String(character))
        if used + wide > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += wide
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
