extension Grid {
  /// The text, a line for each row, blanks at the end of a line left out.
  public var textPlane: String {
    lines { $0.text }
  }

  /// A letter for each cell's style (`.` is `Style.plain`), as the text plane is laid out, and then the letters' meaning.
  public var stylePlane: String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    for cell in cells where letters[cell.style] == nil {
      let letter = legend.count < alphabet.count ? alphabet[legend.count] : "?"
      letters[cell.style] = letter
      legend.append("\(letter) \(cell.style)")
    }
    return ([lines { String(letters[$0.style] ?? "?") }] + legend).joined(separator: "\n")
  }

  private func lines(_ show: (Cell) -> String) -> String {
    (0..<size.height).map { y in
      let line = cells[y * size.width..<(y + 1) * size.width].map(show).joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}

extension Style: CustomStringConvertible {
  /// `rgb(255,0,0) on 238 bold`
  public var description: String {
    var words = ["\(foreground)", "on", "\(background)"]
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    words += names.filter { attributes.contains($0.0) }.map(\.1)
    return words.joined(separator: " ")
  }
}

extension Color: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .default: "default"
    case .palette(let index): "\(index)"
    case .rgb(let red, let green, let blue): "rgb(\(red),\(green),\(blue))"
    }
  }
}
