import HTTPTypes
import JSONText

/// An error of the psd2 dialect, in the words of the Berlin Group's NextGenPSD2.
struct TPPMessage: Error {
  enum Code: String {
    case formatError = "FORMAT_ERROR"
    case tokenUnknown = "TOKEN_UNKNOWN"
    case tokenInvalid = "TOKEN_INVALID"
    case tokenExpired = "TOKEN_EXPIRED"
    case serviceBlocked = "SERVICE_BLOCKED"
    case resourceUnknown = "RESOURCE_UNKNOWN"
    case serviceInvalid = "SERVICE_INVALID"
    case requestedFormatsInvalid = "REQUESTED_FORMATS_INVALID"
  }

  let status: HTTPResponse.Status
  let code: Code
  /// At most 512 characters; always there, because one client understands no message without it.
  let text: String
  let fields: HTTPFields

  init(_ status: HTTPResponse.Status, _ code: Code, _ text: String, _ fields: HTTPFields = [:]) {
    self.status = status
    self.code = code
    self.text = text
    self.fields = fields
  }

  init(_ refusal: BearerAuthorization.Refusal) {
    let code: Code =
      switch refusal {
      case .missing, .rejected(.unknown): .tokenUnknown
      case .rejected(.malformed), .rejected(.revoked): .tokenInvalid
      case .rejected(.expired): .tokenExpired
      case .insufficientScope: .serviceBlocked
      }
    self.init(refusal.status, code, refusal.text, [.wwwAuthenticate: refusal.challenge])
  }

  var response: SandboxResponse {
    let message: JSONOutput = ["category": "ERROR", "code": .string(code.rawValue), "text": .string(text)]
    return SandboxResponse(status, fields, json: ["tppMessages": [message]])
  }
}
