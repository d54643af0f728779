import Foundation
import Testing

/// Every path that somebody writes, wherever.
struct PathTests {
  private static let nowhere = ["--auth-url", "http://127.0.0.1:1", "--api-url", "http://127.0.0.1:1"]
  private static let call =
    ["countries"] + nowhere + ["--client-id", "a", "--client-secret-stdin", "--token-cache", "false"]

  @Test("A ~ is the home folder in options, variables and files, and what is missing is called missing")
  func missing() async throws {
    for option in ["--ca-file", "--client-cert"] {
      let setting = String(option.dropFirst(2)).replacing("-", with: "_")
      let opx = try OpxProcess()
      let given = try await opx.run(Self.call + ["\(option)=~/none.pem"], input: "s")
      #expect(given.status == 78)
      #expect(given.errors.contains("\(opx.home.path)/none.pem is missing: there is no such file"), "\(given.errors)")
      var other = opx
      other.environment["OPX_\(setting.uppercased())"] = "~"
      let folder = try await other.run(Self.call, input: "s")
      #expect(folder.status == 78 && folder.errors.contains("\(opx.home.path) is a folder"), "\(folder.errors)")
      try opx.home.write("timeout: 5\n\(setting): none.pem\n", to: "config/opx/config.yaml")
      let filed = try await opx.run(Self.call, input: "s")
      let file = "\(opx.home.path)/config/opx"
      #expect(
        filed.status == 78
          && filed.errors.contains(
            "\(file)/config.yaml:2:\(setting.count + 3): \(setting): \(file)/none.pem is missing"),
        "\(filed.errors)")
    }
  }

  @Test("Files that commands read and write are found in the home folder, too")
  func files() async throws {
    let opx = try OpxProcess()
    try opx.home.write("{\"a\":1}", to: "a.json")
    try opx.home.write("{\"a\":1}", to: "b.json")
    #expect(try await opx.run("diff", "~/a.json", "~/b.json").status == 0)
    #expect(try await opx.run("countries", "--har=~/calls.har").status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(opx.home.path)/calls.har"))
    for command in [["diff", "~/a.json", "~/none.json"], ["themes", "~/none.yaml"], ["open", "~/none.json"]] {
      let outcome = try await opx.run(command)
      #expect(outcome.errors.contains("\(opx.home.path)/none") && outcome.errors.contains("there is no such file"))
    }
    #expect(try await opx.run("diff", "~/a.json", "~").errors.contains("that is a folder"))
  }
}
