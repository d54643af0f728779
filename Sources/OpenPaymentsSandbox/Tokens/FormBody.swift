import HTTPTypes

/// The fields of a body that must be a form.
enum FormBody {
  /// Each field once; one without a value counts as missing (RFC 6749, section 3.2).
  static func fields(of request: SandboxRequest) throws(TokenError) -> [String: String] {
    let limit = SandboxRequest.maximumBodySize
    guard request.body.count <= limit else {
      var error = TokenError(.invalidRequest, "The body is longer than \(limit) bytes.")
      error.status = .contentTooLarge
      throw error
    }
    let mediaType = (request.fields[.contentType] ?? "").split(separator: ";").first?.trimmingBlanks.lowercased()
    guard mediaType == "application/x-www-form-urlencoded" else {
      throw TokenError(.invalidRequest, "The content type must be application/x-www-form-urlencoded.")
    }
    guard let fields = try? FormField.list(request.body) else {
      throw TokenError(.invalidRequest, "The body is not well-formed.")
    }
    guard let form = unique(fields) else { throw TokenError(.invalidRequest, "A parameter is repeated.") }
    return form
  }

  /// `nil` if a name is there twice.
  static func unique(_ fields: [FormField]) -> [String: String]? {
    var form: [String: String] = [:]
    for field in fields where form.updateValue(field.value, forKey: field.name) != nil { return nil }
    return form.filter { !$0.value.isEmpty }
  }
}
