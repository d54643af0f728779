import Glibc
import JSONText
import Testing

@testable import opx

/// `opx` against servers that are not ours and mean no good.
@Suite(.timeLimit(.minutes(2)))
struct HostileServerTests {
  /// In KiB; enough for anything that an answer may be.
  private static let memoryLimit = 512 * 1024

  private func opx(_ server: ScriptedServer, _ more: [String: String] = [:]) throws -> OpxProcess {
    try OpxProcess(environment: server.environment.merging(more) { $1 }, memoryLimit: Self.memoryLimit)
  }

  /// What must hold of every failure.
  private func expect(
    _ outcome: OpxProcess.Outcome, _ status: Int32, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == status, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(words), sourceLocation: sourceLocation)
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1, sourceLocation: sourceLocation)
    #expect(!outcome.errors.contains(ScriptedServer.secret), sourceLocation: sourceLocation)
    #expect(!outcome.errors.contains("scripted-token"), sourceLocation: sourceLocation)
    let isVisible = outcome.errors.dropLast().unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
    }
    #expect(isVisible, sourceLocation: sourceLocation)
  }

  @Test(
    "refusals of the token endpoint have status 77",
    arguments: [
      (#"{"error":"invalid_client"}"#, "wrong client id or secret"),
      (#"{"error":"invalid_scope","error_description":"\#u{1B}[31mno\u0007"}"#, "scope refused"),
    ])
  func refusals(body: String, words: String) async throws {
    let server = try await ScriptedServer { _ in .status(400, body: Array(body.utf8)) }
    expect(try await opx(server).run("countries"), 77, words)
    expect(try await opx(server).run("token"), 77, words)
  }

  @Test("a server that echoes the secret doesn't get it shown")
  func echo() async throws {
    let server = try await ScriptedServer { request in
      .status(
        400,
        body: Array(
          #"{"error":"invalid_client","error_description":"\#(ScriptedServer.secret) \#(request.body)"}"#.utf8))
    }
    expect(try await opx(server).run("token"), 77, "invalid_client")
  }

  @Test(
    "what is no usable answer has status 65",
    arguments: [
      (
        ScriptedServer.Reply.status(200, fields: ["Content-Type: text/html"], body: Array("<html>hello</html>".utf8)),
        "not JSON but text/html"
      ),
      (.json(""), "it has no body"), (.json("{\"countries\":[{\"name\":\"Swe"), "broken JSON"),
      (.json("{}"), "\"countries\""), (.json("\"x\""), "found a string"), (.json("{\"countries\":[1]}"), "a number"),
      (.json("{\"tppMessages\":[]}"), "tppMessages"),
      (.json(String(repeating: "[", count: 100_000)), "unusable answer"),
      (.json(String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)), "unusable answer"),
      (.bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"countries\":[".utf8)), "closed"),
      (
        .status(302, fields: ["Location: https://else.example/\u{202E}x?token=1"], body: []),
        "a redirect to https://else.example/<U+202E>x;"
      ),
      (.status(404, body: []), "not found"), (.status(418, body: []), "rejected"),
      (.status(200, fields: ["Content-Encoding: gzip"], body: [0x1F, 0x8B, 8]), "its compression is broken"),
    ])
  func unusable(reply: ScriptedServer.Reply, words: String) async throws {
    let server = try await ScriptedServer.api { _ in reply }
    expect(try await opx(server).run("countries"), 65, words)
    expect(try await opx(server).run("countries", "--raw"), 65, words)
  }

  @Test(
    "what may pass later has status 75, what is broken 69, what is refused 77",
    arguments: [
      (429, Int32(75), "try again"), (503, 75, "try again"), (500, 69, "server fault"), (401, 77, "token refused"),
      (403, 77, "scope"),
    ])
  func statuses(code: Int, status: Int32, words: String) async throws {
    let server = try await ScriptedServer.api { _ in
      .status(code, fields: ["Retry-After: 7"], body: Array("<html>".utf8))
    }
    expect(try await opx(server).run("countries"), status, words)
  }

  @Test("a server that hangs ends after the timeout", arguments: [true, false])
  func hanging(isTokenEndpoint: Bool) async throws {
    let server = try await ScriptedServer { $0.isForToken && !isTokenEndpoint ? .token : .silence }
    expect(try await opx(server).run("countries", "--timeout", "0.3"), 69, "no answer for 0.3 s")
  }

  @Test("nobody there, or not who was expected, has status 69")
  func unreachable() async throws {
    // A port that nothing listens on. One that was closed just now might live on in another test's child.
    let gone = "http://127.0.0.1:1"
    let nobody = try OpxProcess(
      environment: [
        "OPX_AUTH_URL": gone, "OPX_API_URL": gone, "OPX_CLIENT_ID": "x", "OPX_CLIENT_SECRET": ScriptedServer.secret,
      ], memoryLimit: Self.memoryLimit)
    expect(try await nobody.run("countries"), 69, "connection refused")
    let garbage = try await ScriptedServer { _ in .bytes(Array("SSH-2.0-OpenSSH\r\n".utf8)) }
    expect(try await opx(garbage).run("countries"), 69, "the answer is not HTTP")
  }

  @Test("a certificate that nobody vouches for has status 69, until its authority is named")
  func certificate() async throws {
    let server = try await ScriptedServer(certificate: try TestCertificate.identity()) {
      $0.isForToken ? .token : .json(#"{"countries":[]}"#)
    }
    expect(try await opx(server).run("countries"), 69, "certificate not trusted")
    let opx = try opx(server)
    try opx.home.write(TestCertificate.certificate, to: "ca.pem")
    let trusted = try await opx.run("countries", "--ca-file", "\(opx.home.path)/ca.pem")
    #expect(trusted.status == 0)
    #expect(trusted.errors.isEmpty)
  }

  @Test("escapes and lone surrogates in names come out harmless in every form")
  func names() async throws {
    let body = #"{"countries":[{"isoCountryCode":"S\u001bE","name":"\ud800 \u009b31m\u202e\ttab\u000a","x":"\u007f"}]}"#
    let server = try await ScriptedServer.api { _ in .json(body) }
    let table = try await opx(server).run("countries")
    #expect(table.text == "S␛E\t\u{FFFD} <U+009B>31m<U+202E>␉tab␊\n")
    let json = try await opx(server).run("countries", "--json")
    #expect(
      json.text
        == "[\n{\"isoCountryCode\":\"S\\u001bE\",\"name\":\"\u{FFFD} \\u009b31m\u{202E}\\ttab\\n\",\"additional\":{\"x\":\"\\u007f\"}}\n]\n"
    )
    #expect(try await opx(server).run("countries", "--raw").output == Array(body.utf8))
  }

  @Test("raw bytes that a terminal would obey are made visible there")
  func rawOnTerminal() async throws {
    let server = try await ScriptedServer.api { _ in .json("{\"countries\":[],\n\"x\":\"\u{9B}31m\"}") }
    let pair = DescriptorPair.terminal()
    let child = try opx(server).start(["countries", "--raw"], descriptors: [pair.writing, pair.writing, pair.writing])
    close(pair.writing)
    async let text = pair.read()
    #expect(await child.wait().status == 0)
    #expect(await text == "{\"countries\":[],\r\n\"x\":\"<U+009B>31m\"}\r\n")
    close(pair.reading)
  }

  @Test("past 64 MiB a call stops, within 512 MiB of memory", arguments: [true, false])
  func tooLarge(isAnnounced: Bool) async throws {
    let length = 65 * 1024 * 1024
    let head = isAnnounced ? "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\n"
    let server = try await ScriptedServer.api { _ in
      .bytes(Array(head.utf8) + [UInt8](repeating: UInt8(ascii: " "), count: length))
    }
    // An unoptimised build on a busy machine takes its time for so many bytes.
    expect(try await opx(server).run("countries", limit: 120), 65, "larger than 64 MiB")
  }

  @Test("a 401 makes one new token and one more call, no more")
  func newToken() async throws {
    let server = try await ScriptedServer.api { _ in .status(401, body: []) }
    expect(try await opx(server).run("countries"), 77, "token refused")
  }

  @Test("the secret is read from standard input, and sent form-encoded")
  func secretFromInput() async throws {
    let server = try await ScriptedServer { $0.isForToken ? .token : .json(#"{"countries":[]}"#) }
    let opx = try OpxProcess()
    let outcome = try await opx.run(
      "countries", "--auth-url", server.origin, "--api-url", server.origin, "--client-id", "a b",
      "--client-secret-stdin",
      "--scope", "private aspspinformation", input: "s+/=&%\r\n")
    #expect(outcome.status == 0)
    let request = await server.request(\.isForToken)
    #expect(
      request?.body
        == "client_id=a+b&client_secret=s%2B%2F%3D%26%25&scope=private+aspspinformation&grant_type=client_credentials")
    let empty = try await opx.run(
      "countries", "--auth-url", server.origin, "--api-url", server.origin, "--client-id", "x", "--client-secret-stdin")
    expect(empty, 78, "standard input holds no secret: it is empty")
  }

  @Test("opx token needs only the auth address and credentials, and prints the bare token")
  func token() async throws {
    let server = try await ScriptedServer { _ in .token }
    let outcome = try await opx(server, ["OPX_API_URL": ""]).run("token")
    #expect(outcome.status == 0)
    #expect(outcome.text == "scripted-token\n")
    #expect(outcome.errors.isEmpty)
    expect(try await opx(server, ["OPX_API_URL": ""]).run("countries"), 78, "OPX_API_URL")
    expect(try await opx(server).run("countries", "--profile", "sandbox"), 64, "exclude each other")
  }

  @Test("a password in an address is refused and not repeated")
  func passwordInAddress() async throws {
    let server = try await ScriptedServer { _ in .token }
    let address = "https://user:pa55word@auth.example"
    let option = try await opx(server).run("countries", "--auth-url", address)
    let variable = try await opx(server, ["OPX_AUTH_URL": address]).run("countries")
    for outcome in [option, variable] {
      expect(outcome, 78, "must not contain a user name or password")
      #expect(!outcome.errors.contains("pa55word"))
    }
  }

  @Test("a city's id is sent as one segment, whatever it holds")
  func citySegment() async throws {
    let server = try await ScriptedServer.api { request in
      .json(request.path.hasSuffix("/cities") ? #"{"data":[{"id":"../a b/?","city":"A"}]}"# : #"{"data":[]}"#)
    }
    let outcome = try await opx(server, ["OPX_DIALECT": "seed"]).run("aspsps", "se", "../a b/?")
    #expect(outcome.status == 0)
    let request = await server.request { $0.path.contains("cities/") }
    #expect(request?.path == "/aspspinformation/v1/aspsps/SE/cities/..%2Fa%20b%2F%3F")
  }

  @Test("a call that hangs dies of the signal that ends it", arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(signal: Int32) async throws {
    let server = try await ScriptedServer.api { _ in .silence }
    let output = DescriptorPair.pipe()
    let child = try opx(server).start(
      ["countries", "--timeout", "600"], descriptors: [output.reading, output.writing, output.writing])
    close(output.writing)
    #expect(await server.request { !$0.isForToken } != nil)
    child.send(signal)
    #expect(await child.wait().signal == signal)
    #expect(await output.read().isEmpty)
    close(output.reading)
  }

  @Test("twenty thousand ASPSPs come out in every form")
  func manyItems() async throws {
    let items = (0..<20_000).map {
      #"{"bicFi":"AAAASES\#($0 % 10)","name":"Sparbanken Åby \#($0)","logoUrl":"https://x.example/\#($0).png"}"#
    }
    let body = #"{"aspsps":[\#(items.joined(separator: ","))]}"#
    let server = try await ScriptedServer.api { _ in .json(body) }
    for form in [[], ["--json"], ["--raw"]] {
      let outcome = try await opx(server).run(["aspsps", "SE"] + form)
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("Sparbanken Åby 19999"))
    }
  }
}
