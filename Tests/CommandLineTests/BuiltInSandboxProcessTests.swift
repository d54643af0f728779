import Foundation
import Glibc
import JSONText
import Testing

@testable import opx

/// The program as a new user finds it: nothing set, the built-in sandbox answers.
@Suite(.timeLimit(.minutes(2)))
struct BuiltInSandboxProcessTests {
  private static let notice = "opx: answered by the built-in sandbox, not the platform\n"

  @Test("with nothing set the sandbox answers and says so, unless it was asked for by name")
  func notice() async throws {
    let opx = try OpxProcess()
    let unasked = try await opx.run("countries")
    #expect(unasked.status == 0)
    #expect(unasked.errors == Self.notice)
    #expect(unasked.text.contains("SE\tSweden\n"))
    for name in ["sandbox", "sandbox-seed"] {
      let asked = try await opx.run("countries", "--profile", name)
      #expect(asked.errors.isEmpty)
      #expect(asked.output == unasked.output)
    }
  }

  @Test("countries, cities and ASPSPs are the same in both dialects", arguments: ["sandbox", "sandbox-seed"])
  func browse(profile: String) async throws {
    let opx = try OpxProcess()
    let cities = try await opx.run("cities", "se", "--profile", profile)
    #expect(cities.text.contains("37efa883-c8ad-4ff7-927b-b11b02beb923\tStockholm\tSE\n"))
    let byName = try await opx.run("aspsps", "SE", "STOCKHOLM", "--profile", profile)
    #expect(byName.text.contains("HANDSESS\tHandelsbanken"))
    let byID = try await opx.run("aspsps", "SE", "37efa883-c8ad-4ff7-927b-b11b02beb923", "--profile", profile)
    #expect(byID.output == byName.output)
    let all = try await opx.run("aspsps", "SE", "--profile", profile)
    let lines = Set(all.text.split(separator: "\n"))
    #expect(lines.isSuperset(of: byName.text.split(separator: "\n")))
    #expect(lines.count > byName.text.split(separator: "\n").count)
    let one = try await opx.run("aspsp", "handsess", "--profile", profile)
    #expect(one.status == 0)
    #expect(one.text.hasPrefix("bicFi\tHANDSESS\nname\t"))
  }

  @Test("--json is one document of the same shape in both dialects", arguments: ["sandbox", "sandbox-seed"])
  func json(profile: String) async throws {
    let opx = try OpxProcess()
    func keys(_ arguments: String...) async throws -> [String] {
      let outcome = try await opx.run(arguments + ["--json", "--profile", profile])
      let first = try #require(JSONDocument(outcome.output).root?.elements.first { _ in true })
      return first.members.compactMap(\.key.string).filter { $0 != "additional" }
    }
    #expect(try await keys("countries") == ["isoCountryCode", "name"])
    #expect(try await keys("cities", "SE") == ["cityId", "name", "isoCountryCode"])
    #expect(try await keys("aspsps", "SE").starts(with: ["bicFi", "name"]))
    let aspsp = try await opx.run("aspsp", "HANDSESS", "--json", "--profile", profile)
    let root = try #require(JSONDocument(aspsp.output).root)
    #expect(root["bicFi"]?.string == "HANDSESS")
    #expect(root["city"]?.string == "Stockholm")
  }

  @Test("--raw is the body as the server sent it")
  func raw() async throws {
    let opx = try OpxProcess()
    let psd2 = try await opx.run("countries", "--raw")
    #expect(JSONDocument(psd2.output).root?["countries"]?.kind == .array)
    let seed = try await opx.run("aspsps", "SE", "Stockholm", "--raw", "--profile", "sandbox-seed")
    #expect(JSONDocument(seed.output).root?["data"]?.kind == .array)
    #expect(seed.output.last == UInt8(ascii: "}"))
  }

  @Test("on a terminal the table has titles and aligned columns")
  func terminal() async throws {
    let opx = try OpxProcess()
    let pair = DescriptorPair.terminal()
    let child = try opx.start(
      ["countries", "--profile", "sandbox"], descriptors: [pair.writing, pair.writing, pair.writing])
    close(pair.writing)
    async let text = pair.read()
    #expect(await child.wait().status == 0)
    #expect(await text.hasPrefix("CODE  COUNTRY\r\nSE    Sweden\r\n"))
    close(pair.reading)
  }

  @Test(
    "what can't be done says why on one line, with nothing on standard output",
    arguments: [
      (["contries"], Int32(64), "there is no subcommand and no place \"contries\""),
      (["cities"], 64, "Missing expected argument"),
      (["cities", "SWE"], 64, "a code of two letters"), (["aspsp", "\u{1B}[2J"], 64, "'␛[2J'"),
      (["countries", "--json", "--raw"], 64, "exclude each other"),
      (["countries", "--profile", "live"], 64, "sandbox, sandbox-seed, environment"),
      (["countries", "--profile", "sandbox-seed", "--dialect", "psd2"], 64, "exclude each other"),
      (["aspsps", "SE", "--raw", "--profile", "sandbox-seed"], 64, "CITY"),
      (["aspsp", "HANDSESS", "--raw", "--profile", "sandbox-seed"], 64, "CITY"),
      (["countries", "--profile", "environment"], 78, "OPX_AUTH_URL"),
      (["countries", "--ca-file", "/nowhere", "--profile", "sandbox"], 78, "/nowhere"),
      (["countries", "--scope", "aspspinformation", "--profile", "sandbox"], 77, "private or corporate"),
      (["countries", "--scope", "nonsense", "--profile", "sandbox"], 77, "invalid_scope"),
      (["aspsp", "AAAASESS", "--profile", "sandbox"], 65, "not found"),
      (["aspsp", "AAAASESS", "--profile", "sandbox-seed"], 65, "not found"),
    ])
  func failures(arguments: [String], status: Int32, words: String) async throws {
    let outcome = try await OpxProcess().run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("opx: ") && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test("help and version are results", arguments: [["--help"], ["help"], ["--version"], ["aspsps", "--help"]])
  func help(arguments: [String]) async throws {
    let outcome = try await OpxProcess().run(arguments)
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test("a file of settings counts after options and environment, and its mistakes have a place")
  func settingsFile() async throws {
    let home = try TemporaryFolder()
    try home.write("dialect: seed\n", to: "config/opx/config.yaml")
    let raw = try await OpxProcess(home: home).run("countries", "--raw")
    #expect(JSONDocument(raw.output).root?["data"] != nil)
    let option = try await OpxProcess(home: home).run("countries", "--raw", "--dialect", "psd2")
    #expect(JSONDocument(option.output).root?["countries"] != nil)
    try home.write("dialet: seed\n", to: "config/opx/config.yaml")
    let wrong = try await OpxProcess(home: home).run("countries")
    #expect(wrong.status == 78)
    #expect(wrong.errors.contains("config.yaml:1:1") && wrong.errors.contains(#"did you mean "dialect""#))
  }

  @Test("a reader that goes away ends it without a word")
  func brokenPipe() async throws {
    let opx = try OpxProcess()
    let pipe = DescriptorPair.pipe()
    let errors = DescriptorPair.pipe()
    close(pipe.reading)
    let child = try opx.start(
      ["aspsps", "SE", "--profile", "sandbox"], descriptors: [pipe.writing, pipe.writing, errors.writing])
    close(pipe.writing)
    close(errors.writing)
    #expect(await child.wait().signal == SIGPIPE)
    #expect(await errors.read().isEmpty)
    close(errors.reading)
  }

  @Test("output that can't be written is an error")
  func fullDisk() async throws {
    let opx = try OpxProcess()
    let full = open("/dev/full", O_RDWR | O_CLOEXEC)
    let errors = DescriptorPair.pipe()
    let child = try opx.start(["countries", "--profile", "sandbox"], descriptors: [full, full, errors.writing])
    close(full)
    close(errors.writing)
    #expect(await child.wait().status == 74)
    #expect(await errors.read().hasPrefix("opx: can't write the output"))
    close(errors.reading)
  }
}
