import FoundationEssentials
import HTTPTypes
import JSONText

extension OpenPaymentsClient {
  private static let publishedLimit = 1024 * 1024

  /// Checks the signature of a token against the keys that its issuer publishes, asked for anew: the discovery document
  /// below the auth address (OpenID Connect Discovery 1.0), then the key set that it names. Neither call carries a token.
  ///
  /// The document must be of the issuer that has this address (RFC 8414, section 3.3), and the token of the same.
  /// Keys are taken from the auth host alone, and not over plain http unless the auth address is.
  ///
  /// - Parameter report: of the token to be checked.
  /// - Throws: when what is published could not be had.
  public func checkSignature(of report: TokenReport) async throws(OpenPaymentsError) -> SignatureCheck {
    guard let web = report.webToken else { return .noWebToken }
    guard let algorithm = web.algorithm, PublicKey.algorithms.contains(algorithm) else {
      return .unsupportedAlgorithm(web.algorithm)
    }
    guard web.headerMembers?["crit"] == nil else { return .unknownExtensions }
    guard let token = await tokens.token(of: report)?.value else { return .replaced }
    guard let signature = TokenSignature(of: token) else { return .noWebToken }
    let auth = configuration.auth
    let place = HTTPRequest(method: .get, url: auth, path: "/.well-known/openid-configuration")
    let discovery = try await published(.discovery, at: place, token)
    let issuer = discovery["issuer"]?.string
    guard let issuer, auth.isAddress(ofIssuer: issuer) else {
      return .issuerElsewhere(published: issuer, asked: auth.description)
    }
    guard let named = web.issuer, named.utf8.elementsEqual(issuer.utf8) else {
      return .otherIssuer(token: web.issuer, published: issuer)
    }
    let address = discovery["jwks_uri"]?.string
    guard let keysPlace = address.flatMap({ HTTPRequest(keysAt: $0, of: auth) }) else { return .keysElsewhere(address) }
    let keys = try await published(.keys, at: keysPlace, token)["keys"]?.elements.compactMap { PublicKey($0) } ?? []
    return Self.check(signature, web, algorithm, keys, at: caller.recorder.time.now())
  }

  private static func check(
    _ signature: TokenSignature, _ web: JSONWebToken, _ algorithm: String, _ keys: [PublicKey], at now: Date
  ) -> SignatureCheck {
    guard !keys.isEmpty else { return .noKeys }
    let named = web.keyID.map { id in keys.filter { $0.id == id } } ?? (keys.count == 1 ? keys : [])
    guard !named.isEmpty else { return .noSuchKey(keyID: web.keyID) }
    let verdicts = named.filter { $0.serves(algorithm) }.compactMap { $0.isValid(signature, by: algorithm) }
    guard !verdicts.isEmpty else { return .unusableKey(keyID: web.keyID) }
    guard verdicts.contains(true) else { return .invalid(keyID: web.keyID) }
    if let end = web.expiresAt, end <= now { return .expired(keyID: web.keyID, at: end) }
    return .valid(keyID: web.keyID, algorithm: algorithm)
  }

  private func published(
    _ operation: Operation, at place: HTTPRequest, _ token: Secret
  ) async throws(OpenPaymentsError) -> JSONValue {
    let secrets = [token, configuration.credentials.clientSecret]
    let caller = caller
    var retry = Retry(configuration.retry)
    let recorded = try await caller.send(operation, retry: &retry) { previousTry in
      .init(
        published: operation, at: place, secrets: secrets, bodyLimit: Self.publishedLimit, id: caller.newID(),
        previousTry: previousTry)
    }
    if let error = OpenPaymentsError(recorded) { throw error }
    do throws(UnusableAnswer) {
      let root = try ReadableAnswer(recorded).root()
      guard root.kind == .object else { throw .unexpected("expected an object, found \(root.kind.article)") }
      return root
    } catch {
      throw OpenPaymentsError(.unusable(error), operation: operation, exchange: recorded.exchange)
    }
  }
}

extension BaseURL {
  /// Whether the discovery document of that issuer is asked for at this address, to the letter: host and port may be written
  /// here in other ways than the issuer does, and a slash at the issuer's end is dropped (RFC 8414, section 3.1).
  package func isAddress(ofIssuer issuer: String) -> Bool {
    let port = scheme == "https" ? ":443" : ":80"
    let usual = authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority
    return [authority, usual, authority.lowercased(), usual.lowercased()].contains { authority in
      let address = "\(scheme)://\(authority)\(path)"
      return ["", "/"].contains { issuer.utf8.elementsEqual("\(address)\($0)".utf8) }
    }
  }
}

extension HTTPRequest {
  /// - Returns: nil unless the address is on the auth host and as safe as that.
  fileprivate init?(keysAt address: String, of auth: BaseURL) {
    guard let parts = URLComponents(string: address, encodingInvalidCharacters: false),
      let scheme = parts.scheme?.lowercased(), scheme == "https" || scheme == "http" && auth.scheme == "http",
      let host = parts.encodedHost,
      host.lowercased() == auth.host.lowercased(),
      parts.user == nil, parts.password == nil, parts.fragment == nil,
      parts.port.map({ (1...65535).contains($0) }) ?? true
    else { return nil }
    let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    self.init(
      method: .get, scheme: scheme, authority: parts.port.map { "\(host):\($0)" } ?? host,
      path: parts.percentEncodedQuery.map { "\(path)?\($0)" } ?? path)
  }
}
