import ExplorerStorage
import Foundation
import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import Synchronization
import Testing

@Suite("Secrets and the history", .timeLimit(.minutes(1)))
struct HistorySecrecyTests {
  private let folder = HistoryFolder()

  /// Every way in which bytes could stand in a file.
  private static func spellings(of secret: String) -> [String] {
    let unreserved = CharacterSet.alphanumerics
    let data = Data(secret.utf8)
    return [
      secret, secret.addingPercentEncoding(withAllowedCharacters: unreserved) ?? secret,
      secret.addingPercentEncoding(withAllowedCharacters: unreserved)?.lowercased() ?? secret,
      secret.replacing("/", with: "\\/"), data.base64EncodedString(), data.map { String(format: "%02x", $0) }.joined(),
      String(secret.reversed()),
    ]
  }

  private func expectAbsent(_ secrets: [String]) throws {
    let bytes = try folder.bytes()
    #expect(bytes.count > 4096)
    for secret in secrets.flatMap(Self.spellings) {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) is in the file")
    }
  }

  @Test("neither the client secret nor the token of real calls reaches any of the files")
  func realCalls() async throws {
    let store = HistoryStore(path: folder.path)
    let recorder = HistoryRecorder(store: store, settings: HistorySettings(), run: UUID())
    let base = try BaseURL("http://127.0.0.1:4711")
    let builtIn = SandboxCredentials.builtIn
    var configuration = OpenPaymentsClient.Configuration(
      auth: base, api: base,
      credentials: Credentials(
        clientID: builtIn.clientID, clientSecret: Secret(builtIn.clientSecret),
        scopes: Dialect.psd2.defaultScopes), dialect: .psd2)
    configuration.onExchange = { recorder.record($0, as: "sandbox") }
    let wire = Wire()
    let client = OpenPaymentsClient(configuration, transport: wire)
    _ = try await client.countries()
    _ = try await client.aspsp("HANDSESS")
    _ = try await client.get("/psd2/echo?secret=\(builtIn.clientSecret)")
    let token = try await client.token().value.reveal()
    await recorder.finish()
    let operations = try await store.window(.all, count: 9).rows.map(\.operation)
    #expect(operations == [.get, .aspsp, .countries, .token])
    #expect(wire.carried(token) && wire.carried(builtIn.clientSecret), "the calls carried no secret")
    try expectAbsent([token, builtIn.clientSecret])
    try expectAbsent(token.split(separator: ".").dropFirst().map(String.init))
  }

  @Test("what nobody has masked before is masked when it is written")
  func secondLock() async throws {
    let secret = "n0body/masked+this=="
    let encoded = try #require(secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let fields: HTTPFields = [
      .authorization: "Bearer \(secret)", .proxyAuthorization: secret, .cookie: "session=\(secret)",
      HTTPField.Name("X-API-Key")!: secret, .accept: "text/plain",
    ]
    let token = Exchange.sample(
      operation: .token, path: "/connect/token?access_token=\(encoded)&a=b",
      fields: [.setCookie: "s=\(secret)"], body: Array(#"{"access_token":"\#(secret)","expires_in":60}"#.utf8),
      encodedBody: Array(secret.utf8), requestFields: fields,
      requestBody: "client_id=me&client_secret=\(encoded)&Client_Assertion=\(encoded)")
    let store = folder.store()
    try await store.write(token)
    try expectAbsent([secret])
    let kept = try #require(await store.whole(token.id)).exchange
    #expect(kept.request.headerFields[.authorization] == "Bearer \(Secret.mask)")
    #expect(kept.request.headerFields[.accept] == "text/plain")
    #expect(kept.request.path == "/connect/token?access_token=\(Secret.mask)&a=b")
    #expect(String(decoding: kept.requestBody, as: UTF8.self).hasPrefix("client_id=me&client_secret=\(Secret.mask)&"))
    #expect(String(decoding: kept.body, as: UTF8.self) == #"{"access_token":"\#(Secret.mask)","expires_in":60}"#)
  }

  @Test("so is what URLs and forms carry by its name; a token answer that can't be read is not kept")
  func secondLockOfNames() async throws {
    let secret = "n0body/masked+this=="
    let signIn = Exchange.sample(
      operation: .signIn, path: "/connect/authorize?scope=a&st%61te=\(secret)",
      fields: [
        .location: "https://me:us3rs-passw0rd@app.test/cb?Code=\(secret)&iss=x#id_token=\(secret)",
        .contentLocation: "/x?token=\(secret)", .init("Link")!: "<https://a.test/?assertion=\(secret)>; rel=next",
      ], body: [], requestFields: [.referer: "https://a.test/?refresh_token=\(secret)"],
      requestBody: "code=\(secret)&code_verifier=\(secret)&STATE=\(secret)&scope=a")
    let token = Exchange.sample(
      operation: .token, path: "/connect/token", body: Array(#"{"access_token":"\#(secret)""#.utf8), requestBody: "")
    let store = folder.store()
    try await store.write(signIn)
    try await store.write(token)
    try expectAbsent([secret, "us3rs-passw0rd"])
    let kept = try #require(await store.whole(signIn.id)).exchange
    #expect(kept.request.path == "/connect/authorize?scope=a&st%61te=\(Secret.mask)")
    #expect(String(decoding: kept.requestBody, as: UTF8.self).hasSuffix("=\(Secret.mask)&scope=a"))
    #expect(kept.response?.headerFields[.location]?.contains("&iss=x#id_token=") == true)
    let answer = try #require(await store.whole(token.id)).exchange
    #expect(answer.body.isEmpty && answer.bodyLength == token.bodyLength && answer.status == 200)
  }
}

/// The sandbox in this process, which remembers all that it was sent and echoes whatever path it doesn't know.
private final class Wire: HTTPTransport {
  private let platform = SandboxPlatform()
  private let sent = Mutex("")

  func carried(_ text: String) -> Bool {
    let encoded = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    return sent.withLock { $0.contains(text) || $0.contains(encoded) }
  }

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    let authorization = request.headerFields[.authorization] ?? ""
    sent.withLock { $0 += "\(request.path ?? "") \(authorization) \(String(decoding: body, as: UTF8.self))\n" }
    if request.path?.hasPrefix("/psd2/echo") == true {
      let fields: HTTPFields = [.contentType: "text/plain", .wwwAuthenticate: authorization]
      return TransportAnswer(
        response: HTTPResponse(status: .ok, headerFields: fields),
        body: Array("\(request.path ?? "") \(authorization)".utf8))
    }
    let response = platform.respond(to: request, body: body)
    return TransportAnswer(response: response.head, body: response.body)
  }
}
