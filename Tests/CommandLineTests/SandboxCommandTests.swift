import Foundation
import Glibc
import HTTPTypes
import JSONText
import OpenPayments
import OpenPaymentsSandbox
import Testing

@testable import opx

@Suite(.timeLimit(.minutes(2)))
struct SandboxCommandTests {
  /// A running `opx sandbox`, and the one line that it printed.
  private struct Running {
    let child: ChildProcess
    let output: DescriptorPair
    let line: String

    init(_ opx: OpxProcess, _ arguments: String...) async throws {
      output = .pipe()
      let null = open("/dev/null", O_RDWR | O_CLOEXEC)
      child = try opx.start(["sandbox"] + arguments, descriptors: [null, output.writing, null])
      close(null)
      close(output.writing)
      line = await output.read(toLineBreak: true)
    }

    /// Ends it; returns what it printed after the line.
    func stop(_ signal: Int32 = SIGTERM) async -> (end: ChildProcess.End, rest: String) {
      child.send(signal)
      let end = await child.wait()
      defer { close(output.reading) }
      return (end, await output.read())
    }
  }

  @Test("the line is all on standard output, and leads another opx there", arguments: [SIGTERM, SIGINT])
  func line(signal: Int32) async throws {
    let opx = try OpxProcess()
    let sandbox = try await Running(opx, "--port", "0")
    let variables = sandbox.line.dropLast().split(separator: " ").map { $0.split(separator: "=", maxSplits: 1) }
    #expect(variables.map { $0[0] } == ["OPX_AUTH_URL", "OPX_API_URL", "OPX_CLIENT_ID", "OPX_CLIENT_SECRET"])
    let environment = Dictionary(uniqueKeysWithValues: variables.map { (String($0[0]), String($0[1])) })
    let countries = try await OpxProcess(home: opx.home, environment: environment).run("countries")
    #expect(countries.status == 0)
    #expect(countries.text.contains("SE\tSweden\n"))
    #expect(countries.errors.isEmpty)
    let stopped = await sandbox.stop(signal)
    #expect(stopped.end.signal == signal)
    #expect(stopped.rest.isEmpty)
  }

  @Test("its main thread waits for work, rather than be left by an unwinding that takes longer than most commands")
  func mainThread() async throws {
    let sandbox = try await Running(try OpxProcess())
    // The number of the system call that the main thread is in: "running", or that of poll, or of ppoll elsewhere.
    let calls = ["7", "73", "271"]
    var call = "running"
    for _ in 0..<1000 where !calls.contains(call) {
      let text = try String(contentsOfFile: "/proc/\(sandbox.child.pid)/syscall", encoding: .utf8)
      call = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      await Task.yield()
    }
    #expect(calls.contains(call))
    #expect(await sandbox.stop().end.signal == SIGTERM)
  }

  @Test("--json is an object of four members, and the credentials never change")
  func json() async throws {
    let sandbox = try await Running(try OpxProcess(), "--json")
    let root = try #require(JSONDocument(Array(sandbox.line.utf8)).root)
    #expect(root.members.compactMap(\.key.string) == ["auth_url", "api_url", "client_id", "client_secret"])
    #expect(root["auth_url"]?.string?.wholeMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+/) != nil)
    #expect(root["client_id"]?.string == SandboxCredentials.builtIn.clientID)
    #expect(root["client_secret"]?.string == SandboxCredentials.builtIn.clientSecret)
    #expect(await sandbox.stop().end.signal == SIGTERM)
  }

  @Test("a port that is taken is said so")
  func portInUse() async throws {
    let opx = try OpxProcess()
    let sandbox = try await Running(opx)
    let port = try #require(sandbox.line.firstMatch(of: /:([0-9]+)/)).1
    let second = try await opx.run("sandbox", "--port", String(port))
    #expect(second.status == 69)
    #expect(second.output.isEmpty)
    #expect(second.errors.contains("port \(port)") && second.errors.contains("; choose another --port"))
    #expect(await sandbox.stop().end.signal == SIGTERM)
  }

  @Test("a token of one opx is good for another's sandbox")
  func tokensAreShared() async throws {
    let opx = try OpxProcess()
    let token = try await opx.run("token", "--profile", "sandbox")
    #expect(token.text.wholeMatch(of: /[A-Za-z0-9_\-.]+\n/) != nil)
    let sandbox = try await Running(opx)
    let port = try #require(sandbox.line.firstMatch(of: /:([0-9]+)/)).1
    var request = HTTPRequest(
      method: .get, scheme: "http", authority: "127.0.0.1:\(port)", path: "/psd2/aspspinformation/v1/countries")
    request.headerFields[.authorization] = "Bearer \(token.text.dropLast())"
    request.headerFields[.init("X-Request-ID")!] = UUID().uuidString
    let answer = try await AsyncHTTPTransport().send(request, body: [], bodyLimit: 100_000)
    #expect(answer.response.status == .ok)
    #expect(await sandbox.stop().end.signal == SIGTERM)
  }

  /// How many applications a portal has; or the status with which it answers the registration of one more.
  private static func applications(_ port: Substring, registering: Bool) async throws -> Int {
    var request = HTTPRequest(
      method: registering ? .post : .get, scheme: "http", authority: "127.0.0.1:\(port)", path: "/portal/applications")
    request.headerFields[.contentType] = "application/json"
    let body = registering ? #"{"name":"Till","redirect_uris":[],"scopes":["private"]}"# : ""
    let answer = try await AsyncHTTPTransport().send(request, body: Array(body.utf8), bodyLimit: 100_000)
    if registering { return answer.response.status.code }
    return try #require(JSONDocument(answer.body).root)["applications"]?.count ?? -1
  }

  @Test("--state keeps applications from one run to the next; without it they are forgotten")
  func state() async throws {
    let opx = try OpxProcess()
    let folder = "\(opx.home.path)/kept"
    func applications(kept: Bool, registering: Bool = false) async throws -> Int {
      let sandbox = kept ? try await Running(opx, "--state", folder) : try await Running(opx)
      let port = try #require(sandbox.line.firstMatch(of: /:([0-9]+)/)).1
      let result = try await Self.applications(port, registering: registering)
      #expect(await sandbox.stop().end.signal == SIGTERM)
      return result
    }
    #expect(try await applications(kept: true, registering: true) == 201)
    #expect(try await applications(kept: true) == 1)
    #expect(try await applications(kept: false, registering: true) == 201)
    #expect(try await applications(kept: false) == 0)
    let refused = try await opx.run("sandbox", "--state", "/proc/nowhere")
    #expect(refused.status == 78)
    #expect(refused.errors.contains("/proc/nowhere") && refused.errors.contains("; choose another --state"))
  }

  @Test("the sandbox inside the program keeps applications in its folder, or else in memory")
  func builtIn() async throws {
    let home = try TemporaryFolder()
    func applications(_ sandbox: BuiltInSandbox, registering: Bool = false) async throws -> Int {
      let port = try #require(try await sandbox.address().apiURL.firstMatch(of: /:([0-9]+)/)).1
      return try await Self.applications(port, registering: registering)
    }
    for (folder, kept) in [("\(home.path)/sandbox", 1), ("/proc/nowhere", 0)] {
      let (first, second) = (BuiltInSandbox(folder: folder), BuiltInSandbox(folder: folder))
      #expect(try await applications(first, registering: true) == 201)
      #expect(try await applications(first) == 1)
      await first.stop()
      #expect(try await applications(second) == kept)
      await second.stop()
    }
  }

  @Test(
    "the guide's four curl commands work as they stand", .needs("/usr/bin/curl"))
  func curl() async throws {
    let opx = try OpxProcess()
    let sandbox = try await Running(opx, "--json")
    let root = try #require(JSONDocument(Array(sandbox.line.utf8)).root)
    let origin = try #require(root["api_url"]?.string)
    let secret = SandboxCredentials.builtIn.clientSecret
      .replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
    func curl(_ arguments: String...) async throws -> JSONValue {
      let pipe = DescriptorPair.pipe()
      let null = open("/dev/null", O_RDWR | O_CLOEXEC)
      let child = try ChildProcess(
        ["/usr/bin/curl", "-s", "-S"] + arguments, environment: ["HOME": opx.home.path],
        descriptors: [null, pipe.writing, null])
      close(null)
      close(pipe.writing)
      let text = await pipe.read()
      close(pipe.reading)
      #expect(await child.wait().status == 0)
      return try #require(JSONDocument(Array(text.utf8)).root)
    }
    let token = try await curl(
      "-X", "POST", "\(origin)/connect/token", "-H", "Cache-Control: no-cache",
      "-H", "Content-Type: application/x-www-form-urlencoded", "-d",
      "client_id=\(SandboxCredentials.builtIn.clientID)&client_secret=\(secret)&scope=aspspinformation&grant_type=client_credentials"
    )
    let bearer = try #require(token["access_token"]?.string)
    func get(_ path: String) async throws -> [JSONValue] {
      let answer = try await curl(
        "-X", "GET", "\(origin)/aspspinformation/v1/aspsps/\(path)", "-H", "Authorization: Bearer \(bearer)",
        "-H", "Cache-Control: no-cache", "-H", "Content-Type: application/json")
      return try #require(answer["data"].map { Array($0.elements) })
    }
    #expect(try await get("countries").contains { $0["isoCountryCode"]?.string == "SE" })
    let stockholm = try #require(try await get("SE/cities").first { $0["city"]?.string == "Stockholm" })
    let aspsps = try await get("SE/cities/\(try #require(stockholm["id"]?.string))")
    #expect(aspsps.contains { $0["bicFi"]?.string == "HANDSESS" })
    #expect(await sandbox.stop().end.signal == SIGTERM)
  }
}
