import FoundationEssentials
import JSONText

extension Exchange {
  /// The scope that the token of this call covers: as granted, or as asked for where the answer didn't say
  /// (RFC 6749 section 5.1); of a token request, as asked for. nil if the call carried no token.
  var scope: String? {
    guard let tokenExchange else { return operation == .token ? askedScope : nil }
    return JSONDocument(tokenExchange.body).root?["scope"]?.string ?? tokenExchange.askedScope
  }

  private var askedScope: String? {
    let fields = String(decoding: requestBody, as: UTF8.self).split(separator: "&")
    return fields.first { $0.hasPrefix("scope=") }
      .flatMap { URLComponents(string: "?\($0.replacing("+", with: "%20"))")?.queryItems?.first?.value }
  }
}
