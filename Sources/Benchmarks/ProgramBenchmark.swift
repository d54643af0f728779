import ArgumentParser
import Foundation
import JSONText
import OpenPaymentsSandbox

/// The program from its start to its end, against the two curl calls that it stands for.
struct ProgramBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program", abstract: "opx countries --json, beside curl for its token and curl for its countries.")

  @Argument(help: "The program, such as .build/release/opx.") var program: String
  @Option(help: "Rounds, in each of which both sides run once.") var rounds = 50

  func run() async throws {
    let server = try BenchmarkServer(latency: 0)
    let folder = NSTemporaryDirectory() + "opx-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let output = "\(folder)/output"
    // The first round makes the folders and the history that later ones find.
    try runProgram(server.url, home: folder, output: output)
    var ours: [Duration] = []
    var theirs: [Duration] = []
    for round in 0..<rounds {
      for isOurs in round.isMultiple(of: 2) ? [true, false] : [false, true] {
        let time = try ContinuousClock().measure {
          if isOurs {
            try runProgram(server.url, home: folder, output: output)
          } else {
            try runCurl(server.url, output: output)
          }
        }
        if isOurs { ours.append(time) } else { theirs.append(time) }
      }
    }
    let (our, their) = (ours.median, theirs.median)
    print(
      "token and countries: \(program) \(our.milliseconds) ms, twice curl \(their.milliseconds) ms,",
      "ratio \(our.ratio(to: their))")
  }

  /// Without a kept token, so that both sides make the same calls.
  private func runProgram(_ url: String, home: String, output: String) throws {
    let environment = [
      "HOME": home, "OPX_AUTH_URL": url, "OPX_API_URL": url, "OPX_TOKEN_CACHE": "false",
      "OPX_CLIENT_ID": SandboxCredentials.builtIn.clientID,
      "OPX_CLIENT_SECRET": SandboxCredentials.builtIn.clientSecret,
    ]
    let countries = try ChildRun.output(of: [program, "countries", "--json"], environment, in: output)
    guard countries.root != nil else { throw ValidationError("\(program) printed no countries") }
  }

  private func runCurl(_ url: String, output: String) throws {
    let fields = [
      "grant_type=client_credentials", "client_id=\(SandboxCredentials.builtIn.clientID)",
      "client_secret=\(SandboxCredentials.builtIn.clientSecret)", "scope=aspspinformation private",
    ]
    let curl = ["/usr/bin/curl", "--silent", "--fail"]
    let answer = try ChildRun.output(
      of: curl + ["\(url)/connect/token"] + fields.flatMap { ["--data-urlencode", $0] }, [:], in: output)
    guard let token = answer.root?["access_token"]?.string else { throw ValidationError("curl got no token") }
    let headers = ["Authorization: Bearer \(token)", "Accept: application/json", "X-Request-ID: \(UUID())"]
    let countries = try ChildRun.output(
      of: curl + ["\(url)/psd2/aspspinformation/v1/countries"] + headers.flatMap { ["--header", $0] }, [:], in: output)
    guard countries.root != nil else { throw ValidationError("curl got no countries") }
  }
}

/// A program run to its end with nothing in between that would take time of its own.
private enum ChildRun {
  /// - Returns: what it printed, which goes through a file.
  static func output(of words: [String], _ environment: [String: String], in file: String) throws -> JSONDocument {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { variables.forEach { free($0) } }
    var child: pid_t = 0
    var status: Int32 = 0
    guard posix_spawn(&child, words[0], &actions, nil, &arguments, &variables) == 0,
      waitpid(child, &status, 0) == child, status == 0
    else { throw ValidationError("\(words[0]) failed") }
    return JSONDocument([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
  }
}
