import HTTPTypes

/// The way back to an application, by a redirect (RFC 6749, section 4.1.2; RFC 9207).
struct AuthorizationAnswer {
  let redirectURI: String
  let state: String?
  let issuer: String

  func code(_ code: String) -> SandboxResponse { redirect([("code", code)]) }

  func error(_ code: String, _ text: String) -> SandboxResponse {
    redirect([("error", code), ("error_description", text)])
  }

  private func redirect(_ parameters: [(String, String)]) -> SandboxResponse {
    var parameters = parameters
    if let state { parameters.append(("state", state)) }
    parameters.append(("iss", issuer))
    let query = parameters.map { "\($0.0)=\(PercentEncoding.encode($0.1))" }.joined(separator: "&")
    let separator = !redirectURI.contains("?") ? "?" : redirectURI.hasSuffix("?") ? "" : "&"
    return SandboxResponse(
      .seeOther,
      [.location: redirectURI + separator + query, .cacheControl: "no-store", .referrerPolicy: "no-referrer"])
  }
}
