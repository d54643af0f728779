public import Terminal

/// A style for every role.
public struct Theme: Sendable, Equatable {
  public let name: String
  private let styles: [Style]

  /// - Parameter styles: by role name; a missing role takes the style of the part before its last dot, then `text`'s.
  ///   A style without a background has that of `text`.
  public init(name: String, styles: [String: Style]) {
    self.name = name
    let text = styles["text"] ?? .plain
    self.styles = ThemeRole.allCases.map { role in
      var key = Substring(role.rawValue)
      while styles[String(key)] == nil, let dot = key.lastIndex(of: ".") { key = key[..<dot] }
      var style = styles[String(key)] ?? text
      if style.background == .default { style.background = text.background }
      return style
    }
  }

  public subscript(role: ThemeRole) -> Style { styles[role.position] }
}

extension ThemeRole {
  private static let positions = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
  fileprivate var position: Int { Self.positions[self] ?? 0 }
}
