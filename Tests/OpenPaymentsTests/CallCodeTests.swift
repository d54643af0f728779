import Foundation
import HTTPTypes
import OpenPayments
import Testing

@Suite("Calls as code")
struct CallCodeTests {
  private static let call = Exchange(
    id: UUID(number: 7), operation: .aspsps, startedAt: Date(timeIntervalSince1970: 0),
    request: HTTPRequest(
      method: .get, scheme: "http", authority: "127.0.0.1:4711", path: "/psd2/aspspinformation/v1/aspsps?cityIds=1,2",
      headerFields: [
        .authorization: "Bearer \(Secret.mask)", .accept: "application/json", .init("X-Request-ID")!: "0000-7",
      ]),
    requestBody: [], response: nil, body: [], failure: nil, timings: .init(head: nil, total: .zero), tokenExchange: nil)

  private static var code: CallCode {
    CallCode(call, tokenCommand: ["opx", "token", "--profile", "sandbox"], notes: ["The port is this run's."])
  }

  @Test("curl: the address quoted, the token from the command, a new id for every run")
  func curl() {
    #expect(
      Self.code.curl == #"""
        # The port is this run's.
        curl 'http://127.0.0.1:4711/psd2/aspspinformation/v1/aspsps?cityIds=1,2' \
          -H "Authorization: Bearer $(opx token --profile sandbox)" \
          -H 'Accept: application/json' \
          -H "X-Request-ID: $(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)"

        """#)
    #expect(Self.code.curl(with: Secret("t0ken")).contains("-H 'Authorization: Bearer t0ken'"))
  }

  @Test("curl leaves brackets, dots and empty fields as they are")
  func curlOptions() throws {
    var request = Self.call.request
    request.path = "/a/../b?q=[1-3]{x}"
    request.headerFields = [.init("X-Empty")!: "", .acceptEncoding: "gzip"]
    let lines = CallCode(Self.call.asking(request)).curl.split(separator: "\n")
    #expect(lines.first == #"curl --globoff --path-as-is --compressed 'http://127.0.0.1:4711/a/../b?q=[1-3]{x}' \"#)
    #expect(lines.contains(#"  -H 'X-Empty;' \"#))
    request.path = "/%2E%2e"
    #expect(CallCode(Self.call.asking(request)).curl.contains("curl --path-as-is "))
  }

  @Test("Python: the call with the standard library alone")
  func python() {
    #expect(
      Self.code.python == """
        # The port is this run's.
        import http.client, subprocess, sys, uuid

        token = subprocess.run(["opx", "token", "--profile", "sandbox"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
        connection = http.client.HTTPConnection("127.0.0.1:4711")
        connection.putrequest("GET", "/psd2/aspspinformation/v1/aspsps?cityIds=1,2", skip_accept_encoding=True)
        connection.putheader("Authorization", "Bearer " + token)
        connection.putheader("Accept", "application/json")
        connection.putheader("X-Request-ID", str(uuid.uuid4()))
        connection.endheaders()
        answer = connection.getresponse()
        print(answer.status, answer.reason, file=sys.stderr)
        sys.stdout.buffer.write(answer.read())

        """)
  }

  /// Never run: what counts is that it compiles, as ``swift`` compares it.
  private func swiftCall() async throws {
    let command = Process()
    command.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    command.arguments = ["opx", "token", "--profile", "sandbox"]
    let output = Pipe()
    command.standardOutput = output
    try command.run()
    let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    command.waitUntilExit()
    guard command.terminationStatus == 0 else { exit(command.terminationStatus) }
    let token = printed.filter { !$0.isWhitespace }

    let request = HTTPRequest(
      method: .get, scheme: "http",
      authority: "127.0.0.1:4711",
      path: "/psd2/aspspinformation/v1/aspsps?cityIds=1,2",
      headerFields: [
        .authorization: "Bearer \(token)",
        .accept: "application/json",
        .init("X-Request-ID")!: UUID().uuidString.lowercased(),
      ])
    let answer = try await AsyncHTTPTransport().send(request, body: [], bodyLimit: 1 << 30)
    print(answer.response.status)
    print(String(decoding: answer.body, as: UTF8.self))
  }

  /// Never run either.
  private func swiftTokenCall() async throws {
    guard let secret = ProcessInfo.processInfo.environment["OPX_CLIENT_SECRET"] else {
      print("OPX_CLIENT_SECRET is not set: read -rs OPX_CLIENT_SECRET asks for it")
      exit(78)
    }
    var form = URLComponents()
    form.queryItems = [
      URLQueryItem(name: "client_id", value: "client-1"),
      URLQueryItem(name: "scope", value: "aspspinformation private"),
      URLQueryItem(name: "grant_type", value: "client_credentials"),
      URLQueryItem(name: "client_secret", value: secret),
    ]
    let body = (form.percentEncodedQuery ?? "").replacingOccurrences(of: "+", with: "%2B")

    let request = HTTPRequest(
      method: .post, scheme: "https",
      authority: "auth.test",
      path: "/connect/token",
      headerFields: [
        .cacheControl: "no-cache",
        .contentType: "application/x-www-form-urlencoded",
        .accept: "application/json",
      ])
    let answer = try await AsyncHTTPTransport().send(request, body: Array(body.utf8), bodyLimit: 1 << 30)
    print(answer.response.status)
    print(String(decoding: answer.body, as: UTF8.self))
  }

  @Test("Swift: what is written compiles")
  func swift() async throws {
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let flat = source.replacing("\n\n", with: "\n")
    func isCompiled(_ code: String) -> Bool {
      let statements = code.split(separator: "\n").filter { !$0.hasPrefix("import ") && !$0.hasPrefix("//") }
      return flat.contains(statements.map { "    \($0)" }.joined(separator: "\n"))
    }
    #expect(isCompiled(Self.code.swift), "\(Self.code.swift)")
    #expect(
      Self.code.swift.hasPrefix(
        "// The port is this run's.\nimport Foundation\nimport HTTPTypes\nimport OpenPayments\n"))
    let fixture = try Fixture(.psd2, [.token()])
    let token = try #require(try await fixture.client.token().exchange)
    #expect(isCompiled(CallCode(token).swift), "\(CallCode(token).swift)")
  }

  @Test("a token call takes its secret from the environment and shows it in no argument")
  func tokenCall() async throws {
    let fixture = try Fixture(.psd2, [.token()])
    let code = CallCode(try #require(try await fixture.client.token().exchange))
    #expect(
      code.curl == #"""
        : "${OPX_CLIENT_SECRET:?is not set: read -rs OPX_CLIENT_SECRET asks for it}" &&
        printf %s "$OPX_CLIENT_SECRET" | curl https://auth.test/connect/token \
          -H 'Cache-Control: no-cache' \
          -H 'Content-Type: application/x-www-form-urlencoded' \
          -H 'Accept: application/json' \
          --data-urlencode client_id=client-1 \
          --data-urlencode 'scope=aspspinformation private' \
          --data-urlencode grant_type=client_credentials \
          --data-urlencode client_secret@-

        """#)
    for text in [code.curl, code.swift, code.python] {
      #expect(!text.contains(Secret.mask) && !text.contains("token-1") && !text.contains("s3cr"))
    }
  }

  @Test("a call for what is published takes no token", arguments: [OpenPayments.Operation.discovery, .keys])
  func publishedCall(operation: OpenPayments.Operation) {
    var request = Self.call.request
    request.headerFields = [.accept: "application/json"]
    let code = CallCode(
      Exchange(
        id: UUID(number: 8), operation: operation, startedAt: Date(timeIntervalSince1970: 0), request: request,
        requestBody: [], response: nil, body: [], failure: nil, timings: .init(head: nil, total: .zero),
        tokenExchange: nil))
    for text in [code.curl, code.python, code.swift] { #expect(!text.contains("opx") && !text.contains("token")) }
    #expect(code.python.hasPrefix("import http.client, sys\n"))
  }

  @Test("a note can't end the comment that it stands in")
  func notes() {
    let code = CallCode(Self.call, notes: ["one\nrm -rf /\r\nthree"])
    for (text, mark) in [(code.curl, "#"), (code.python, "#"), (code.swift, "//")] {
      #expect(text.hasPrefix("\(mark) one rm -rf /"))
      #expect(text.split(separator: "\n").first?.hasSuffix("three") == true)
    }
  }
}

extension Exchange {
  fileprivate func asking(_ request: HTTPRequest) -> Exchange {
    Exchange(
      id: id, operation: operation, startedAt: startedAt, request: request, requestBody: [], response: nil, body: [],
      failure: nil, timings: timings, tokenExchange: nil)
  }
}
