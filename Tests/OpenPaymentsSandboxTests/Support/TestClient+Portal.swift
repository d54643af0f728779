import Foundation
import HTTPTypes
import OpenPaymentsSandbox

/// An application as its registration answered it.
struct TestApplication {
  let id: String
  let secret: String

  /// Its credentials as fields of a form.
  var credentials: String { "client_id=\(id)&client_secret=\(TestClient.encoded(secret))" }
}

extension TestClient {
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  func post(_ path: String, json: String, _ more: HTTPFields = [:]) -> SandboxResponse {
    var fields: HTTPFields = [.contentType: "application/json"]
    for field in more { fields[field.name] = field.value }
    return send(.post, path, fields, body: json)
  }

  func register(
    name: String = "Till", redirectURI: String = "https://till.example/back",
    scopes: String = "aspspinformation private"
  ) throws -> TestApplication {
    let list = scopes.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ",")
    let answer = try post(
      "/portal/applications", json: #"{"name":"\#(name)","redirect_uris":["\#(redirectURI)"],"scopes":[\#(list)]}"#
    ).object()
    return TestApplication(
      id: answer["client_id"] as? String ?? "", secret: answer["client_secret"] as? String ?? "")
  }
}

extension SandboxResponse {
  /// The fields that a refusal of the portal names.
  func problemFields() throws -> [String] { try strings("problems", "field") }
}
