/// A page in the language of man(7).
struct ManualPage {
  private(set) var text: String

  init(name: String, section: Int, title: String) {
    text = ".TH \(name.uppercased()) \(section) \"\" \"\" \"\(Self.escaped(title))\"\n"
  }

  mutating func section(_ title: String) { text += ".SH \(Self.escaped(title.uppercased()))\n" }
  mutating func subsection(_ title: String) { text += ".SS \(Self.escaped(title))\n" }

  mutating func text(_ words: String) {
    for paragraph in words.split(separator: "\n").map(String.init) {
      text += ".PP\n\(Self.escaped(paragraph))\n"
    }
  }

  mutating func item(_ label: String, _ words: String) {
    text += ".TP\n.B \(Self.escaped(label))\n\(Self.escaped(words.isEmpty ? "variable only" : words))\n"
  }

  /// Neither a backslash nor a dot or quote in front means anything but itself.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&\(plain)" : plain
  }
}
