/// A key press. One key has one spelling: shift is part of a character, Shift-Tab is `backtab`, Ctrl-letters are
/// lower case unless shift is reported with them.
public struct Key: Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    case character(Character)
    case enter, escape, tab, backtab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 and so on.
    case function(Int)
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public let code: Code
  public let modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    switch code {
    case .tab where modifiers.contains(.shift):
      self.code = .backtab
      self.modifiers = modifiers.subtracting(.shift)
    case .backtab:
      self.code = .backtab
      self.modifiers = modifiers.subtracting(.shift)
    case .character(let character) where modifiers.contains(.shift) && !modifiers.contains(.control):
      let upper = character.uppercased()
      self.code = .character(upper.count == 1 ? Character(upper) : character)
      self.modifiers = modifiers.subtracting(.shift)
    case .character(let character) where modifiers.contains(.control):
      let lower = character.lowercased()
      self.code = .character(lower.count == 1 ? Character(lower) : character)
      self.modifiers = modifiers
    default:
      self.code = code
      self.modifiers = modifiers
    }
  }

  public static func character(_ character: Character, _ modifiers: Modifiers = []) -> Key {
    Key(.character(character), modifiers)
  }

  /// What a key that types a digit is worth.
  public var digit: Int? { typed.flatMap { $0.isASCII ? $0.wholeNumberValue : nil } }

  /// The character that the key types into a text field; nil for every other key.
  public var typed: Character? {
    if case .character(let character) = code, modifiers.isEmpty { character } else { nil }
  }
}
