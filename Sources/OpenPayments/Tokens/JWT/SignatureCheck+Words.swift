import FoundationEssentials

extension SignatureCheck {
  /// What was found, in one sentence without a full stop. Holds what the token and the server say: not yet safe for a
  /// terminal.
  public var words: String {
    switch self {
    case .valid(let key, let algorithm): "signature valid, \(Self.name(key)) (\(algorithm))"
    case .invalid(let key): "the signature is invalid: it was not made with \(Self.name(key))"
    case .expired(let key, let time):
      "signature valid, \(Self.name(key)), but the token expired at \(time.formatted(.iso8601))"
    case .noWebToken: "it is opaque: there is no signature to check"
    case .unsupportedAlgorithm("none"): "it is not signed at all (alg none)"
    case .unsupportedAlgorithm(let algorithm):
      "only ES256 and RS256 can be checked, and it says \(algorithm.map(Self.cut) ?? "nothing")"
    case .unknownExtensions: "it needs extensions that can't be checked here (crit in its header)"
    case .noSuchKey(let key?): "the issuer publishes no key \(Self.cut(key))"
    case .noSuchKey(nil): "it doesn't name its key, and the issuer publishes several"
    case .noKeys: "the issuer publishes no key for signatures"
    case .unusableKey(let key): "\(Self.name(key)) can't be used for this signature"
    case .issuerElsewhere(let published, let asked):
      "the keys are those of \(published.map(Self.cut) ?? "no issuer"), but they were asked for at \(Self.cut(asked))"
    case .otherIssuer(let token, let published):
      "the token names the issuer \(token.map(Self.cut) ?? "–"), the keys are those of \(published.map(Self.cut) ?? "–")"
    case .keysElsewhere(let address):
      "the keys are said to be at \(address.map(Self.cut) ?? "no address"), which is not the auth host over https"
    case .replaced: "another token has taken its place"
    }
  }

  private static func name(_ key: String?) -> String { key.map { "key \(cut($0))" } ?? "the only key" }

  private static func cut(_ text: String) -> String { text.count > 100 ? text.prefix(99) + "…" : text }
}
