/// Words for a shell, POSIX's or one like it, to be read from a file, evaluated or pasted at a prompt.
///
/// A shell goes by bytes, and so does this: a quote is one whatever mark combines with it.
package enum Shell {
  /// One word that stands for exactly this text, without quotes where it needs none.
  package static func word(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// One word in quotes that stands for exactly this text, but for NULs: no word of any shell can hold one.
  package static func quoted(_ text: String) -> String {
    var word = Array("'".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0: continue
      // A prompt takes an exclamation mark for an earlier command, and so a circumflex that begins a line, in quotes too.
      case UInt8(ascii: "'"), UInt8(ascii: "!"), UInt8(ascii: "^"): word += #"'\"#.utf8 + [byte, UInt8(ascii: "'")]
      case UInt8(ascii: "\n"): word.append(byte)
      // At a prompt these are keys: they would end a paste or clear the line.
      case ..<0x20, 0x7F: word += #"'"$(printf '\#(octal(byte))')"'"#.utf8
      default: word.append(byte)
      }
    }
    return String(decoding: word + [UInt8(ascii: "'")], as: UTF8.self)
  }

  /// One word of a plain text and then what a command prints.
  static func doubleQuoted(_ text: String, running command: [String]) -> String {
    "\"\(text)$(\(command.map(word).joined(separator: " ")))\""
  }

  /// zsh makes a path of a word that begins with an equals sign.
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.first != UInt8(ascii: "=")
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-_./:@%+=,".utf8.contains(byte)
        }
      }
  }

  private static func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
