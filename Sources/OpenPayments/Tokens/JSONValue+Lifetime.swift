package import JSONText

extension JSONValue {
  /// How long a token is good whose `expires_in` this is, also where a server puts the digits between quotes; nil if it
  /// makes no sense.
  package var lifetime: Duration? {
    guard let seconds = kind == .number ? Double(text) : string?.withoutBlanks.digits, seconds > 0,
      seconds <= TokenAnswer.longestLifetime
    else { return nil }
    return .seconds(clamping: seconds)
  }
}
