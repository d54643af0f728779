import ChildPrograms
import Foundation
import Glibc
import HTTPTypes
import OpenPayments
import Testing

@testable import opx

/// The code of a call, run as somebody would who has pasted it into a shell.
@Suite(.timeLimit(.minutes(2)))
struct CallCodeRunTests {
  private static let python = "/usr/bin/python3"

  /// A call of that path with these fields, as if it had been made.
  private func code(_ server: ScriptedServer, _ path: String, _ fields: HTTPFields, _ command: [String]) throws
    -> CallCode
  {
    let origin = try BaseURL(server.origin)
    var all: HTTPFields = [.authorization: "Bearer \(Secret.mask)", .init("X-Request-ID")!: "old-id"]
    all.append(contentsOf: fields)
    return CallCode(
      Exchange(
        id: UUID(), operation: .get, startedAt: Date(),
        request: HTTPRequest(method: .get, scheme: "http", authority: origin.authority, path: path, headerFields: all),
        requestBody: [], response: nil, body: [], failure: nil, timings: .init(head: nil, total: .zero),
        tokenExchange: nil), tokenCommand: command, notes: ["a note\n$(touch noted)"])
  }

  /// Runs a program in a folder where `opx` is a stub that prints a token and tells its arguments.
  private func run(
    _ program: [String], _ text: String, in folder: TemporaryFolder, _ environment: [String: String] = [:]
  )
    async throws -> (status: Int32?, output: String)
  {
    // A shell that reads `token`: a file just written can't be run itself while another test's child still has it open.
    try folder.write("echo token \"$@\" > \(folder.path)/arguments\necho stub.token\n", to: "token")
    mkdir("\(folder.path)/bin", 0o700)
    symlink("/bin/sh", "\(folder.path)/bin/opx")
    try folder.write("cd \(folder.path) && exec \(program.joined(separator: " ")) code", to: "run")
    try folder.write(text, to: "code")
    let pipe = DescriptorPair.pipe()
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    let variables = ["HOME": folder.path, "PATH": "\(folder.path)/bin:/usr/local/bin:/usr/bin:/bin"]
    let child = try ChildProcess(
      ["/bin/sh", "\(folder.path)/run"], environment: variables.merging(environment) { $1 },
      descriptors: [null, pipe.writing, null])
    close(null)
    close(pipe.writing)
    let output = await pipe.read()
    close(pipe.reading)
    return (await child.wait().status, output)
  }

  private static let hostile = #"a'b"c\$(touch pwned)`touch pwned`${HOME};touch pwned|&>x \n %d {}[1-3] å"#

  @Test("hostile values stay text in a shell") func hostileInShell() async throws { try await hostile(isShell: true) }

  @Test("hostile values stay text in Python", .needs(python))
  func hostileInPython() async throws { try await hostile(isShell: false) }

  private func hostile(isShell: Bool) async throws {
    let server = try await ScriptedServer { _ in .json("{\"ok\":1}") }
    let folder = try TemporaryFolder()
    let path = #"/x'y$(touch%20pwned)/../[1-3]{a,b}?q=`touch`&r="\$HOME""#
    let fields: HTTPFields = [.init("X-Hostile")!: Self.hostile, .init("X-Empty")!: "", .accept: "a/b"]
    let code = try code(server, path, fields, ["opx", "token", "--profile", "it's $(touch pwned)"])
    let program = isShell ? ["/bin/sh"] : [Self.python]
    let (status, output) = try await run(program, isShell ? code.curl : code.python, in: folder)
    #expect(status == 0 && output == "{\"ok\":1}")
    let request = try #require(await server.request { _ in true })
    #expect(request.path == path)
    let lines = request.head.split(separator: "\r\n").map(String.init)
    #expect(lines.contains("X-Hostile: \(Self.hostile)") && lines.contains("Accept: a/b"))
    #expect(lines.contains { $0 == "X-Empty:" || $0 == "X-Empty: " })
    #expect(lines.contains("Authorization: Bearer stub.token"))
    let id = lines.first { $0.hasPrefix("X-Request-ID: ") }.map { $0.dropFirst("X-Request-ID: ".count) } ?? ""
    #expect(UUID(uuidString: String(id)) != nil)
    let arguments = try String(contentsOfFile: "\(folder.path)/arguments", encoding: .utf8)
    #expect(arguments == "token --profile it's $(touch pwned)\n")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == ["bin", "run", "code", "token", "arguments"])
  }

  private static let everyCharacter = RequestTarget.encoded(
    "/../%2e%2E/.//" + (1..<0x80).map { String(UnicodeScalar($0)) }.joined() + "å[1-3]{a,b}/./x?%zz%c3&/../?")

  @Test("curl asks for what was recorded, whatever characters it has")
  func targetFromShell() async throws { try await target(isShell: true) }

  @Test("Python asks for what was recorded, whatever characters it has", .needs(python))
  func targetFromPython() async throws { try await target(isShell: false) }

  private func target(isShell: Bool) async throws {
    let server = try await ScriptedServer { _ in .json("{}") }
    let code = try code(server, Self.everyCharacter, [:], ["opx", "token"])
    _ = try await run(
      isShell ? ["/bin/sh"] : [Self.python], isShell ? code.curl : code.python, in: try TemporaryFolder())
    #expect(await server.request { _ in true }?.path == Self.everyCharacter)
  }

  @Test("with the real opx the sandbox answers a shell")
  func sandboxFromShell() async throws { try await sandbox(isShell: true) }

  @Test("with the real opx the sandbox answers Python", .needs(python))
  func sandboxFromPython() async throws { try await sandbox(isShell: false) }

  private func sandbox(isShell: Bool) async throws {
    let opx = try OpxProcess()
    let output = DescriptorPair.pipe()
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    let child = try opx.start(["sandbox", "--json"], descriptors: [null, output.writing, null])
    close(null)
    close(output.writing)
    let line = await output.read(toLineBreak: true)
    let authority = String(try #require(line.firstMatch(of: /"api_url":"http:\/\/([0-9.:]+)"/)).1)
    let exchange = Exchange(
      id: UUID(), operation: .countries, startedAt: Date(),
      request: HTTPRequest(
        method: .get, scheme: "http", authority: authority, path: PSD2.countries().path,
        headerFields: [
          .authorization: "Bearer \(Secret.mask)", .init("X-Request-ID")!: "x", .accept: "application/json",
        ]),
      requestBody: [], response: nil, body: [], failure: nil, timings: .init(head: nil, total: .zero),
      tokenExchange: nil)
    let unset = ["OPX_AUTH_URL", "OPX_API_URL", "OPX_CLIENT_ID", "OPX_CLIENT_SECRET"].flatMap { ["-u", $0] }
    let code = CallCode(exchange, tokenCommand: ["env"] + unset + [OpxProcess.path, "token", "--profile", "sandbox"])
    let (status, text) = try await run(
      isShell ? ["/bin/sh"] : [Self.python], isShell ? code.curl : code.python, in: opx.home,
      [
        "OPX_AUTH_URL": "https://else.example", "XDG_CONFIG_HOME": "\(opx.home.path)/config",
        "XDG_STATE_HOME": "\(opx.home.path)/state",
        "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
      ])
    #expect(status == 0 && text.contains("\"isoCountryCode\":\"SE\""))
    child.send(SIGTERM)
    _ = await child.wait()
    close(output.reading)
  }

  @Test("a token call sends the secret of the environment, encoded; without one it sends nothing")
  func tokenCallFromShell() async throws { try await tokenCall(isShell: true) }

  @Test("a token call in Python does the same", .needs(python))
  func tokenCallFromPython() async throws { try await tokenCall(isShell: false) }

  private func tokenCall(isShell: Bool) async throws {
    let server = try await ScriptedServer { _ in .token }
    let origin = try BaseURL(server.origin)
    let exchange = Exchange(
      id: UUID(), operation: .token, startedAt: Date(),
      request: HTTPRequest(
        method: .post, scheme: "http", authority: origin.authority, path: "/connect/token",
        headerFields: [.contentType: "application/x-www-form-urlencoded"]),
      requestBody: Array("client_id=a%27b&client_secret=\(Secret.mask)&scope=x+y".utf8), response: nil, body: [],
      failure: nil, timings: .init(head: nil, total: .zero), tokenExchange: nil)
    let code = isShell ? CallCode(exchange).curl : CallCode(exchange).python
    let program = isShell ? ["/bin/sh"] : [Self.python]
    let folder = try TemporaryFolder()
    #expect(try await run(program, code, in: folder).status != 0)
    let (status, output) = try await run(program, code, in: folder, [CallCode.secretVariable: "s'&+=$(x)"])
    #expect(status == 0 && output.contains("access_token"))
    let request = try #require(await server.request { _ in true })
    #expect(request.head.hasPrefix("POST /connect/token"))
    let items = Set(
      RequestTarget("?\(request.body.replacing("+", with: "%20"))").query.map {
        "\($0.decoded.name)=\($0.decoded.value ?? "")"
      })
    #expect(items == ["client_id=a'b", "client_secret=s'&+=$(x)", "scope=x y"])
  }
}
