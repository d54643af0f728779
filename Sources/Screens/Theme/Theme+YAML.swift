import Terminal
import Yams

extension Theme {
  /// Reads a theme file: `name`, and `styles` by role.
  ///
  /// - Throws: ``ThemeError`` naming line and role.
  public init(yaml: String) throws(ThemeError) {
    let root: Node?
    do { root = try Yams.compose(yaml: yaml, .basic) } catch { throw ThemeError(line: nil, "\(error)") }
    guard let name = root?["name"]?.string, let entries = root?["styles"]?.mapping else {
      throw ThemeError(line: nil, "a theme has a name and styles")
    }
    let roles = Set(ThemeRole.allCases.map(\.rawValue))
    var styles: [String: Style] = [:]
    for (key, value) in entries {
      let role = key.string ?? ""
      guard roles.contains(role) else { throw ThemeError(line: key.mark?.line, "there is no role \"\(role)\"") }
      guard let style = value.string.flatMap(Style.init(words:)) else {
        throw ThemeError(line: value.mark?.line, "\(role) is no style such as \"#c8d0da on #1b2430 bold\"")
      }
      styles[role] = style
    }
    self.init(name: name, styles: styles)
  }
}

/// What is wrong with a theme file.
public struct ThemeError: Error, Sendable, Hashable, CustomStringConvertible {
  public let line: Int?
  public let reason: String

  init(line: Int?, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  public var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}

extension Style {
  /// Reads `FOREGROUND [on BACKGROUND] [bold] [dim] [italic] [underline] [reverse]`.
  init?(words text: String) {
    var words = text.split(separator: " ")[...]
    guard let foreground = words.popFirst().flatMap(Color.init(word:)) else { return nil }
    var style = Style(foreground: foreground)
    if words.first == "on" {
      guard let background = words.dropFirst().first.flatMap(Color.init(word:)) else { return nil }
      style.background = background
      words = words.dropFirst(2)
    }
    for word in words {
      guard let attribute = Self.attributeNames[String(word)] else { return nil }
      style.attributes.insert(attribute)
    }
    self = style
  }

  private static let attributeNames: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]
}

extension Color {
  fileprivate init?(word: Substring) {
    if word == "default" {
      self = .default
    } else if let index = UInt8(word) {
      self = .palette(index)
    } else if word.first == "#", word.count == 7, word.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(word.dropFirst(), radix: 16)
    {
      self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255))
    } else {
      return nil
    }
  }
}
