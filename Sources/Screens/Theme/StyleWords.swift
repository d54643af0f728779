import ExplorerStorage
import Terminal

/// A style as a theme file says it: `[FOREGROUND] [on BACKGROUND] [bold] [dim] [italic] [underline] [reverse]`.
struct StyleWords {
  var foreground: Color?
  var background: Color?
  var attributes: Style.Attributes = []

  struct Mistake: Error { let reason: String }

  /// - Parameter color: what a colour's name means.
  init(_ text: String, color: (String) throws(Mistake) -> Color) throws(Mistake) {
    var words = text.split(separator: " ").map(String.init)[...]
    guard !words.isEmpty else { throw Mistake(reason: "is empty") }
    if let first = words.first, first != "on", Self.attributes[first] == nil {
      foreground = try color(words.removeFirst())
    }
    if words.first == "on" {
      words.removeFirst()
      guard let name = words.popFirst() else { throw Mistake(reason: "there is no colour after \"on\"") }
      background = try color(name)
    }
    for word in words {
      guard let attribute = Self.attributes[word] else {
        throw Mistake(
          reason:
            "\"\(word.shown)\" is none of \(Self.attributes.keys.sorted().joined(separator: ", ")), nor in its place")
      }
      attributes.insert(attribute)
    }
  }

  private static let attributes: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]
}

extension Color {
  /// `#rrggbb` (the `#` may be missing), 0 to 255, or `default`.
  init?(literal word: String) {
    let digits = word.hasPrefix("#") ? word.dropFirst() : word[...]
    if word == "default" {
      self = .default
    } else if digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let value = UInt32(digits, radix: 16)
    {
      self = .init(RGB(value: value))
    } else if word.allSatisfy({ ("0"..."9").contains($0) }), let index = UInt8(word) {
      self = .palette(index)
    } else {
      return nil
    }
  }
}
