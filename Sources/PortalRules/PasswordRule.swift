/// One of the rules that a test user's password has to meet.
public enum PasswordRule: Sendable, Hashable, CaseIterable {
  case threeLetters
  case fourDigits

  public func isMet(by password: String) -> Bool {
    switch self {
    case .threeLetters: password.count(where: \.isLetter) >= 3
    case .fourDigits: password.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } >= 4
    }
  }

  /// For example `at least four digits`.
  public var text: String {
    switch self {
    case .threeLetters: "at least three letters"
    case .fourDigits: "at least four digits"
    }
  }

  /// Bytes; a longer password is refused, whatever rules it meets.
  public static let maximumLength = 256

  /// What is wrong with a password, in one sentence; `nil` if it is good.
  public static func problem(_ password: String) -> String? {
    let broken = allCases.filter { !$0.isMet(by: password) }
    if !broken.isEmpty { return "The password needs \(broken.map(\.text).joined(separator: " and "))." }
    return password.utf8.count > maximumLength ? "The password is longer than \(maximumLength) bytes." : nil
  }
}
