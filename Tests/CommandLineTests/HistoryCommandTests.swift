import ExplorerStorage
import Foundation
import Glibc
import Testing

@testable import opx

/// The history, by processes that make it and others that read it.
@Suite(.timeLimit(.minutes(2)))
struct HistoryCommandTests {
  private static func platform() async throws -> ScriptedServer {
    try await ScriptedServer.api { request in
      request.path.hasSuffix("/countries")
        ? .json(#"{"countries":[{"isoCountryCode":"SE","name":"Sweden"}]}"#)
        : .status(404, fields: ["Content-Type: text/plain"], body: Array("no such bank".utf8))
    }
  }

  private func file(_ opx: OpxProcess) -> String { "\(opx.home.path)/.local/share/opx/history.sqlite" }

  /// The rows of `opx history`, each in its columns.
  private func rows(_ opx: OpxProcess, _ arguments: String...) async throws -> [[String]] {
    let outcome = try await opx.run(["history"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.text.split(separator: "\n").map { $0.components(separatedBy: "\t") }
  }

  @Test("what subcommands call is listed newest first, found by words and fields, and shown whole")
  func story() async throws {
    let server = try await Self.platform()
    defer { withExtendedLifetime(server) {} }
    let opx = try OpxProcess(environment: server.environment)
    #expect(try await rows(opx).isEmpty)
    #expect(try await opx.run("countries").status == 0)
    #expect(try await opx.run("aspsp", "NONESE22").status == 65)
    let all = try await rows(opx)
    #expect(all.map { $0[5] } == ["404", "200", "200"])
    #expect(all.map { $0[2] } == ["environment", "environment", "environment"])
    #expect(all.map { $0[3] } == ["GET", "GET", "POST"])
    #expect(all.allSatisfy { $0.count == 8 && UUID(uuidString: $0[0]) != nil && $0[1].hasSuffix("Z") })
    #expect(try await rows(opx, "status:4xx").count == 1)
    #expect(try await rows(opx, "-op:token", "!status:404").map { $0[4] } == ["/psd2/aspspinformation/v1/countries"])
    #expect(try await rows(opx, "--limit", "1").count == 1)
    #expect(try await rows(opx, "list", "body:sweden").count == 1)
    let id = all[0][0]
    let shown = try await opx.run("history", "show", String(id.prefix(12)))
    #expect(shown.text.hasPrefix("* \(id) as environment at "))
    #expect(shown.text.contains("\n> Authorization: Bearer ••••••\n"))
    #expect(shown.text.contains("\n< HTTP/1.1 404 Scripted\n"))
    #expect(shown.text.hasSuffix("\n\nno such bank"))
    #expect(try await opx.run("history", "show", id, "--raw").text == "no such bank")
    let json = try await opx.run("history", "--json", "status:404")
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]])
    let object = try #require(list.first)
    #expect(list.count == 1 && object["id"] as? String == id && object["status"] as? Int == 404)
    #expect(object["requestId"] as? String == id && object["operation"] as? String == "aspsp")
  }

  @Test(
    "days and minutes are those of the user's clock, however TZ names its zone",
    arguments: [
      (":Asia/Tokyo", "Asia/Tokyo"), ("Europe/Stockholm", "Europe/Stockholm"), ("UTC-3", "GMT+3"),
      ("XYZ3:30", "GMT-0330"),
      ("<-05>5", "GMT-5"), ("EST5EDT,M3.2.0,M11.1.0", "America/New_York"),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "Europe/Berlin"),
      ("/usr/share/zoneinfo/Asia/Kolkata", "Asia/Kolkata"), ("UTC0", "GMT"),
    ])
  func zones(variable: String, zone: String) async throws {
    let server = try await Self.platform()
    defer { withExtendedLifetime(server) {} }
    var opx = try OpxProcess(environment: server.environment)
    #expect(try await opx.run("countries").status == 0)
    let time = try #require(try await rows(opx, "path:countries").first?[1])
    let utc = try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(time)
    opx.environment["TZ"] = variable
    let style = Date.ISO8601FormatStyle(timeZone: try #require(TimeZone(identifier: zone))).year().month().day()
      .time(includingFractionalSeconds: false)
    for (difference, count) in [(-120.0, 1), (120.0, 0)] {
      let shown = (utc + difference).formatted(style).prefix(16)
      #expect(try await rows(opx, "path:countries", "since:\(shown)").count == count, "\(variable) \(shown)")
    }
  }

  @Test(
    "what can't be meant is told",
    arguments: [
      (
        ["history", "stauts:404"], 64,
        #"no field "stauts"; did you mean status:? Quotes make it a word; see opx history --help"#
      ),
      (["history", "--jsn"], 64, "Unknown option '--jsn'. Did you mean '--json'? See opx history --help"),
      (["history", "--limit", "0"], 64, "--limit must be 1 or more; see opx history --help"),
      (["history", "show", "6f1d"], 65, "the history has no exchange 6f1d; opx history lists what it has"),
      (["history", "clear"], 64, "without a terminal to ask on, history clear needs --yes"),
    ])
  func mistakes(arguments: [String], status: Int32, message: String) async throws {
    let opx = try OpxProcess()
    _ = try await opx.run("countries")
    let outcome = try await opx.run(arguments)
    #expect(outcome.status == status && outcome.text.isEmpty)
    #expect(outcome.errors == "opx: \(message)\n")
  }

  @Test("an id that several begin with names them")
  func ambiguous() async throws {
    let opx = try OpxProcess()
    for _ in 0..<9 { _ = try await opx.run("countries") }
    let firsts = try await rows(opx).map { $0[0].prefix(1) }
    let shared = try #require(firsts.first { first in firsts.filter { $0 == first }.count > 1 })
    let outcome = try await opx.run("history", "show", String(shared))
    #expect(outcome.status == 64 && outcome.errors.hasPrefix("opx: several exchanges begin with \(shared): "))
  }

  @Test("clear deletes what the query finds, or everything, and says how many")
  func clear() async throws {
    let server = try await Self.platform()
    defer { withExtendedLifetime(server) {} }
    let opx = try OpxProcess(environment: server.environment)
    _ = try await opx.run("countries")
    _ = try await opx.run("aspsp", "NONESE22")
    #expect(try await opx.run("history", "clear", "op:aspsp", "--yes").errors == "opx: deleted 1 exchange\n")
    #expect(try await rows(opx).count == 2)
    #expect(try await opx.run("history", "clear", "--yes").errors == "opx: deleted 2 exchanges\n")
    #expect(try await rows(opx).isEmpty)
  }

  @Test("ten copies at once leave everything they called, readable by their owner alone")
  func together() async throws {
    let server = try await Self.platform()
    defer { withExtendedLifetime(server) {} }
    let opx = try OpxProcess(environment: server.environment)
    try await withThrowingTaskGroup { group in
      for _ in 0..<10 {
        group.addTask {
          let outcome = try await opx.run("countries")
          #expect(outcome.status == 0, "\(outcome.errors)")
        }
      }
      try await group.waitForAll()
    }
    #expect(try await rows(opx, "op:countries").count == 10)
    let mode = try FileManager.default.attributesOfItem(atPath: file(opx))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("neither secret nor token is in the files, in whatever spelling")
  func secrecy() async throws {
    let server = try await Self.platform()
    defer { withExtendedLifetime(server) {} }
    let opx = try OpxProcess(environment: server.environment)
    _ = try await opx.run("countries")
    _ = try await opx.run("aspsp", "NONESE22")
    let folder = URL(fileURLWithPath: file(opx)).deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let bytes = try files.reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
    #expect(bytes.range(of: Data("scripted-client".utf8)) != nil, "the token request is not there")
    let secret = ScriptedServer.secret
    let spellings = [
      secret, secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret,
      secret.replacing("/", with: "\\/"), Data(secret.utf8).base64EncodedString(), "scripted-token",
    ]
    for spelling in spellings { #expect(bytes.range(of: Data(spelling.utf8)) == nil, "\(spelling)") }
  }

  @Test("no run waits for the log to be worked into the file, and what is cleared is in neither any more")
  func log() async throws {
    let server = try await Self.platform()
    defer { withExtendedLifetime(server) {} }
    let opx = try OpxProcess(environment: server.environment)
    for _ in 1...2 { #expect(try await opx.run("aspsp", "NONESE22").status == 65) }
    func kept() throws -> Data {
      let folder = URL(fileURLWithPath: file(opx)).deletingLastPathComponent()
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      return try files.reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(file(opx))-wal")).range(of: Data("no such bank".utf8)) != nil)
    #expect(try await opx.run("history", "clear", "--yes").status == 0)
    #expect(try kept().range(of: Data("no such bank".utf8)) == nil)
    #expect(try await rows(opx).isEmpty)
  }

  @Test("history false keeps nothing, from the option, the variable and the file; a private profile's neither")
  func off() async throws {
    var opx = try OpxProcess()
    _ = try await opx.run("countries", "--history", "false")
    try opx.home.write("history: false\n", to: "config/opx/config.yaml")
    _ = try await opx.run("countries")
    try opx.home.write("history_private: other, sandbox\n", to: "config/opx/config.yaml")
    _ = try await opx.run("countries")
    opx.environment["OPX_HISTORY"] = "no"
    _ = try await opx.run("countries")
    #expect(!FileManager.default.fileExists(atPath: file(opx)))
    opx.environment["OPX_HISTORY"] = "perhaps"
    #expect(try await opx.run("countries").status == 78)
  }

  @Test("a damaged file is set aside with a word, and the call goes on")
  func damaged() async throws {
    let opx = try OpxProcess()
    try opx.home.write(
      "this is no database, and it is long enough to tell that for sure", to: ".local/share/opx/history.sqlite")
    let outcome = try await opx.run("countries")
    #expect(outcome.status == 0 && outcome.text.hasPrefix("SE\tSweden\n"))
    #expect(outcome.errors.contains("opx: the history file could not be used; it is kept as \(file(opx)).damaged-"))
    #expect(try await rows(opx).count == 2)
  }

  @Test("who asks a damaged file is told, too")
  func damagedAndAsked() async throws {
    let opx = try OpxProcess()
    try opx.home.write(
      "this is no database, and it is long enough to tell that for sure", to: ".local/share/opx/history.sqlite")
    let outcome = try await opx.run("history")
    #expect(outcome.status == 0 && outcome.text.isEmpty)
    #expect(outcome.errors.contains("it is kept as \(file(opx)).damaged-"))
  }

  @Test("a folder that can't be written is no obstacle, and no news to a program that reads along")
  func nowhere() async throws {
    let opx = try OpxProcess(environment: ["XDG_DATA_HOME": "/proc/nowhere"])
    let outcome = try await opx.run("countries")
    #expect(outcome.status == 0 && outcome.text.hasPrefix("SE\tSweden\n"))
    #expect(outcome.errors == "opx: answered by the built-in sandbox, not the platform\n")
    #expect(try await opx.run("countries", "--verbose").errors.contains("opx: the history is not written: "))
    #expect(try await opx.run("history").status == 78)
  }

  @Test("a history that another program has locked is told so, and what to do")
  func locked() async throws {
    let opx = try OpxProcess()
    #expect(try await rows(opx).isEmpty)
    // SQLite's own lock of the whole file, as a backup or a database browser has it.
    let descriptor = open(file(opx), O_RDWR | O_CLOEXEC)
    defer { close(descriptor) }
    var lock = flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0x4000_0000, l_len: 512, l_pid: 0)
    #expect(fcntl(descriptor, F_SETLK, &lock) == 0)
    let outcome = try await opx.run("history")
    #expect(outcome.status == 78)
    #expect(outcome.errors.contains("is in use by another program; try again when that is done"), "\(outcome.errors)")
  }

  @Test("a folder that leads nowhere is told once, to a program that reads along as well, and stays as it is")
  func danglingFolders() async throws {
    let opx = try OpxProcess()
    for (name, base) in [("data", ".local/share"), ("state", "state"), ("cache", ".cache")] {
      try opx.home.write("", to: "\(base)/x")
      try FileManager.default.createSymbolicLink(
        atPath: "\(opx.home.path)/\(base)/opx", withDestinationPath: "/nowhere/\(name)")
    }
    let outcome = try await opx.run("countries")
    #expect(outcome.status == 0 && outcome.text.hasPrefix("SE\tSweden\n"))
    for name in ["data", "state", "cache"] {
      #expect(outcome.errors.components(separatedBy: "is a link to /nowhere/\(name), which is not there").count == 2)
    }
    #expect(try await opx.run("history").errors.contains("is a link to /nowhere/data, which is not there"))
  }
}
