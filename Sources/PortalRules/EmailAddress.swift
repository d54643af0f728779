/// What the portal accepts as the email address of a test user.
public enum EmailAddress {
  /// Bytes.
  public static let maximumLength = 254

  /// What is wrong with an address, in one sentence; `nil` if it is good.
  public static func problem(_ text: String) -> String? {
    if text.isEmpty { return "Give an email address." }
    if text.utf8.count > maximumLength { return "The address is longer than \(maximumLength) bytes." }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = text.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && ![.control, .format].contains($0.properties.generalCategory)
    }
    let isDomain = parts.last.map {
      $0.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }
    guard parts.count == 2, parts[0] != "", isDomain == true, isPlain else {
      return "This is no email address; one looks like name@example.com."
    }
    return nil
  }
}
