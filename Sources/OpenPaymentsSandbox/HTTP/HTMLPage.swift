import HTTPTypes

/// A plain page without scripts. Whoever builds its body escapes every text in it with ``escape(_:)``.
struct HTMLPage {
  let title: String
  let body: String
  /// An address of this server to go on to after two seconds.
  var next: String?

  static func escape(_ text: some StringProtocol) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  func response(_ status: HTTPResponse.Status = .ok) -> SandboxResponse {
    var response = SandboxResponse(status)
    response.head.headerFields = [
      .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
      .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
      .xFrameOptions: "DENY", .referrerPolicy: "same-origin",
    ]
    response.body = Array(html.utf8)
    return response
  }

  private var html: String {
    let refresh = next.map { "\n<meta http-equiv=\"refresh\" content=\"2;url=\(Self.escape($0))\">" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">\(refresh)
      <title>\(Self.escape(title))</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 4rem auto; padding: 0 1rem }
      label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
      input, button { margin: .25rem 0 1rem; padding: .5rem }
      .number { font-size: 4rem; text-align: center; margin: 1rem 0 }
      </style>
      </head>
      <body>
      <h1>\(Self.escape(title))</h1>
      \(body)
      </body>
      </html>

      """
  }
}

extension HTTPField.Name {
  static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
  static let xFrameOptions = HTTPField.Name("X-Frame-Options")!
}
