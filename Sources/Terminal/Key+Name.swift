extension Key: CustomStringConvertible {
  /// The name that help shows and configuration uses: `j`, `Enter`, `Space`, `F5`, `<C-d>`, `<A-S-Up>`, `<S-Tab>`.
  public var description: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "A-" }
    if modifiers.contains(.shift) || code == .backtab { prefix += "S-" }
    return prefix.isEmpty ? name : "<\(prefix)\(name)>"
  }

  /// Reads a name as `description` writes it; nil when it is none.
  public init?(_ name: String) {
    var rest = Substring(name)
    var modifiers: Modifiers = []
    if name.count > 2, name.hasPrefix("<"), name.hasSuffix(">") {
      rest = rest.dropFirst().dropLast()
      while rest.count > 2, rest.dropFirst().first == "-", let modifier = Self.modifier(rest.first) {
        modifiers.insert(modifier)
        rest = rest.dropFirst(2)
      }
      guard !modifiers.isEmpty else { return nil }
    }
    guard let code = Self.code(named: rest) else { return nil }
    self.init(code, modifiers)
  }

  private var name: String {
    switch code {
    case .character(" "): "Space"
    case .character(let character): VisibleText.visible(String(character))
    case .function(let number): "F\(number)"
    case .backtab: "Tab"
    default: Self.names.first { $0.code == code }?.name ?? ""
    }
  }

  private static let names: [(code: Code, name: String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backspace, "Backspace"), (.delete, "Del"),
    (.insert, "Ins"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
    (.end, "End"), (.pageUp, "PageUp"), (.pageDown, "PageDown"), (.character(" "), "Space"),
  ]

  private static func modifier(_ letter: Character?) -> Modifiers? {
    switch letter {
    case "C": .control
    case "A": .alt
    case "S": .shift
    default: nil
    }
  }

  private static func code(named name: Substring) -> Code? {
    if name.count == 1, let character = name.first { return .character(character) }
    if let named = names.first(where: { $0.name == name }) { return named.code }
    if name.first == "F", let number = Int(name.dropFirst()), (1...35).contains(number), name.dropFirst().first != "0" {
      return .function(number)
    }
    return nil
  }
}
