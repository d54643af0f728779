import HTTPTypes
import JSONText

/// Why the portal does not do what it was asked.
struct PortalRefusal: Error {
  /// What is wrong with one member of the body.
  struct Problem {
    let field: String
    let text: String
  }

  let status: HTTPResponse.Status
  let code: String
  let text: String
  var problems: [Problem] = []
  var fields: HTTPFields = [:]

  static let notFound = PortalRefusal(status: .notFound, code: "not_found", text: "There is nothing at this path.")

  static func invalid(_ text: String, _ problems: [Problem] = []) -> PortalRefusal {
    PortalRefusal(status: .badRequest, code: "invalid_request", text: text, problems: problems)
  }

  static func method(_ allowed: String) -> PortalRefusal {
    PortalRefusal(
      status: .methodNotAllowed, code: "method_not_allowed", text: "Only \(allowed) is allowed.",
      fields: [.allow: allowed])
  }

  static func full(_ things: String, _ count: Int) -> PortalRefusal {
    PortalRefusal(status: .conflict, code: "too_many", text: "There are \(count) \(things) already; delete some first.")
  }

  static func storage(_ error: SandboxFolderError) -> PortalRefusal {
    PortalRefusal(status: .internalServerError, code: "server_error", text: "\(error)")
  }

  var response: SandboxResponse {
    var members: [JSONOutput.Member] = [
      .init("error", .string(code)), .init("error_description", .string(text)),
    ]
    if status == .badRequest {
      let problems = problems.map { ["field": .string($0.field), "text": .string($0.text)] as JSONOutput }
      members.append(.init("problems", .array(problems)))
    }
    return .unstored(status, .object(members), fields)
  }
}
