import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("psd2 errors")
struct PSD2ErrorTests {
  let client = TestClient()
  static let base = "/psd2/aspspinformation/v1"

  @Test(
    "The path decides between malformed and unknown",
    arguments: [
      ("/countries/ZZ", 404, "RESOURCE_UNKNOWN"), ("/countries/SWE", 400, "FORMAT_ERROR"),
      ("/countries/S1", 400, "FORMAT_ERROR"), ("/countries/%C3%85", 400, "FORMAT_ERROR"),
      ("/cities/00000000-0000-0000-0000-000000000000", 404, "RESOURCE_UNKNOWN"),
      ("/cities/Stockholm", 400, "FORMAT_ERROR"), ("/aspsps/AAAADEBBXXX", 404, "RESOURCE_UNKNOWN"),
      ("/aspsps/swedsess", 400, "FORMAT_ERROR"), ("/aspsps/SWEDSES", 400, "FORMAT_ERROR"),
      ("/aspsps/SWEDSE1S", 400, "FORMAT_ERROR"), ("/aspsps/SWEDSESO", 400, "FORMAT_ERROR"),
      ("/aspsps/SWEDSESSX", 400, "FORMAT_ERROR"), ("/aspsps/%zz", 400, "FORMAT_ERROR"),
      ("/aspsps/", 400, "FORMAT_ERROR"), ("/aspsps/SWEDSESS/", 404, "RESOURCE_UNKNOWN"),
      ("/banks", 404, "RESOURCE_UNKNOWN"), ("", 404, "RESOURCE_UNKNOWN"), ("/", 404, "RESOURCE_UNKNOWN"),
    ])
  func paths(path: String, status: Int, code: String) throws {
    let response = client.get(Self.base + path, token: try client.token("aspspinformation private"))
    #expect(response.status == status)
    #expect(try response.tppCode() == code)
    #expect(response.head.headerFields[values: .xRequestID] == [TestClient.requestID])
  }

  @Test(
    "A missing or malformed request id is a format error, answered under a new id",
    arguments: [nil, "", "1", "99391c7ead8849eca2ad99ddcb1f7721", "99391c7e-ad88-49ec-a2ad-99ddcb1f772g"])
  func requestIDs(id: String?) throws {
    let token = try client.token("aspspinformation private")
    var fields: HTTPFields = [.authorization: "Bearer \(token)"]
    fields[.xRequestID] = id
    let response = client.send(.get, "\(Self.base)/countries", fields)
    #expect(response.status == 400)
    #expect(try response.tppCode() == "FORMAT_ERROR")
    #expect(UUID(uuidString: response.head.headerFields[.xRequestID] ?? "") != nil)
  }

  @Test("Two different request ids are one malformed one")
  func twoRequestIDs() throws {
    let token = try client.token("aspspinformation private")
    var fields: HTTPFields = [.authorization: "Bearer \(token)"]
    fields[values: .xRequestID] = [TestClient.requestID, UUID().uuidString]
    #expect(client.send(.get, "\(Self.base)/countries", fields).status == 400)
  }

  @Test("A request id in upper case comes back as it was")
  func upperCaseRequestID() throws {
    let id = TestClient.requestID.uppercased()
    let token = try client.token("aspspinformation private")
    let response = client.get("\(Self.base)/countries", token: token, [.xRequestID: id])
    #expect(response.status == 200)
    #expect(response.head.headerFields[values: .xRequestID] == [id])
  }

  @Test(
    "Only aspspinformation together with a context is enough",
    arguments: [
      ("aspspinformation private", 200), ("corporate aspspinformation", 200),
      ("aspspinformation accountinformation private corporate", 200), ("aspspinformation", 403), ("private", 403),
      ("accountinformation corporate", 403), ("paymentinitiation", 403),
    ])
  func scopes(scope: String, status: Int) throws {
    let response = client.get("\(Self.base)/countries", token: try client.token(scope))
    #expect(response.status == status)
    if status == 403 {
      #expect(try response.tppCode() == "SERVICE_BLOCKED")
      #expect(response.head.headerFields[.wwwAuthenticate]?.contains("error=\"insufficient_scope\"") == true)
    }
  }

  @Test("Without a token the answer is 401 with a challenge that names no error")
  func noToken() throws {
    let response = client.send(.get, "\(Self.base)/countries", [.xRequestID: TestClient.requestID])
    #expect(response.status == 401)
    #expect(try response.tppCode() == "TOKEN_UNKNOWN")
    #expect(response.head.headerFields[.wwwAuthenticate] == "Bearer realm=\"sandbox\"")
  }

  @Test(
    "Other methods than GET are an invalid service",
    arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options])
  func methods(method: HTTPRequest.Method) throws {
    let response = client.send(method, "\(Self.base)/aspsps/SWEDSESS", [.xRequestID: TestClient.requestID])
    #expect(response.status == 405)
    #expect(response.head.headerFields[.allow] == "GET")
    #expect(try response.tppCode() == "SERVICE_INVALID")
    #expect(response.head.headerFields[.xRequestID] == TestClient.requestID)
  }

  @Test("HEAD is refused without a body")
  func head() {
    let response = client.send(.head, "\(Self.base)/countries", [.xRequestID: TestClient.requestID])
    #expect(response.status == 405)
    #expect(response.body.isEmpty)
  }

  @Test("A client that refuses JSON gets 406; the content type of a GET does not matter")
  func formats() throws {
    let token = try client.token("aspspinformation private")
    let refused = client.get("\(Self.base)/countries", token: token, [.accept: "text/html"])
    #expect(refused.status == 406)
    #expect(try refused.tppCode() == "REQUESTED_FORMATS_INVALID")
    let accepted = client.get(
      "\(Self.base)/countries", token: token, [.accept: "application/json", .contentType: "text/x"])
    #expect(accepted.status == 200)
  }

  @Test("Paths outside the platform are 404")
  func outside() {
    for path in ["/", "", "/psd3", "/connect", "/connect/token/", "/.well-known", "*", "/%70sd2x"] {
      #expect(client.send(.get, path).status == 404, "\(path)")
    }
  }
}
