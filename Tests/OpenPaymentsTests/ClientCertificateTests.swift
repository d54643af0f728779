import Foundation
import HTTPTypes
import NIOSSL
import OpenPayments
import Testing

@Suite("Client certificates", .timeLimit(.minutes(2)))
final class ClientCertificateTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/opx-certificates-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(TestCertificates.authority, "authority.pem")
    try openssl(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=client -days 2 -keyout key.pem "
        + "-out certificate.pem")
    try write(try read("certificate.pem") + read("key.pem"), "both.pem")
    try openssl("pkcs8 -topk8 -in key.pem -out locked.pem -passout pass:letmein -v2 aes-256-cbc")
    try openssl("pkcs12 -export -in certificate.pem -inkey key.pem -out bundle.pfx -passout pass:letmein")
    try openssl("ecparam -name prime256v1 -genkey -noout -out other.pem")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @Test(
    "a server that asks for a certificate gets it, from PEM files and from PKCS#12",
    arguments: [
      ("certificate.pem", "key.pem", nil), ("both.pem", nil, nil), ("certificate.pem", "locked.pem", "letmein"),
      ("bundle.pfx", nil, "letmein"),
    ] as [(String, String?, String?)])
  func presented(file: String, key: String?, passphrase: String?) async throws {
    #expect(try await call(certificate(file, key, passphrase)) == nil)
  }

  @Test("a server that asks for one and gets none refuses, which is told")
  func missing() async throws {
    let reason = try await call(nil)
    #expect(reason == .tls("the server refused the handshake; it may want a client certificate"))
  }

  @Test(
    "what can't be used is named, and the passphrase is not",
    arguments: [
      ("certificate.pem", "locked.pem", "guessed", "locked.pem"), ("bundle.pfx", nil, "guessed", "bundle.pfx"),
      ("bundle.pfx", nil, nil, "bundle.pfx"), ("certificate.pem", nil, nil, "certificate.pem"),
      ("nowhere.pem", nil, nil, "nowhere.pem"), ("certificate.pem", "other.pem", nil, "certificate.pem"),
      ("key.pem", nil, nil, "key.pem"),
    ] as [(String, String?, String?, String)])
  func unusable(file: String, key: String?, passphrase: String?, named: String) throws {
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.clientCertificate = certificate(file, key, passphrase)
    let error = try #require(throws: CertificateError.self) { try AsyncHTTPTransport(configuration) }
    #expect(error.path == "\(folder)/\(named)")
    #expect(!error.description.contains("guessed"))
  }

  private func certificate(_ file: String, _ key: String?, _ passphrase: String?) -> ClientCertificate {
    ClientCertificate(
      file: "\(folder)/\(file)", keyFile: key.map { "\(folder)/\($0)" }, passphrase: passphrase.map(Secret.init))
  }

  /// Calls a server that trusts the one client.
  private func call(_ certificate: ClientCertificate?) async throws -> TransportFailure.Reason? {
    var tls = try TLSConfiguration.server(TestCertificates.loopback)
    tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile("\(folder)/certificate.pem"))
    tls.certificateVerification = .noHostnameVerification
    let authority = "\(folder)/authority.pem"
    return try await LoopbackPeer.run(
      tls: tls,
      { connection in
        _ = try await connection.request()
        try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
      }
    ) { peer in
      var call = Call(.get, "https", port: peer.port)
      call.configuration.caFile = authority
      call.configuration.clientCertificate = certificate
      return try await call.failure()?.reason
    }
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private func openssl(_ arguments: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
