import Foundation
import Glibc
import JSONText
import Synchronization
import Testing

/// Where `--har` writes to, of every command that has it.
@Suite(.timeLimit(.minutes(2)))
struct ArchiveTests {
  private static func operations(_ bytes: [UInt8]) -> [String?]? {
    let document = JSONDocument(bytes)
    guard document.error == nil else { return nil }
    return document.root?["log"]?["entries"]?.elements.map { $0["_operation"]?.string }
  }

  private static let calls: [(arguments: [String], operations: [String], status: Int32)] = [
    (["countries", "--json"], ["token", "countries"], 0), (["cities", "SE"], ["token", "cities"], 0),
    (["aspsps", "SE", "Ystad"], ["token", "cities", "aspsps"], 0), (["aspsp", "HANDSESS"], ["token", "aspsp"], 0),
    (["aspsp", "NONESE22"], ["token", "aspsp"], 65), (["get", "/nowhere", "--include"], ["token", "get"], 65),
  ]

  @Test("--har - prints the archive in place of the result, and the status is that of the call", arguments: calls)
  func standardOutput(arguments: [String], operations: [String], status: Int32) async throws {
    let opx = try OpxProcess()
    let outcome = try await opx.run(arguments + ["--har", "-"])
    #expect(outcome.status == status)
    #expect(outcome.text.hasSuffix("}\n"))
    #expect(Self.operations(outcome.output) == operations)
    let isMissing = outcome.errors.contains("opx: not found")
    #expect(isMissing == (status == 65))
  }

  @Test("what can't be written is refused before anything is called, and left as it is")
  func refused() async throws {
    let server = try await ScriptedServer.api { _ in .json(#"{"countries":[]}"#) }
    defer { withExtendedLifetime(server) {} }
    let opx = try OpxProcess(environment: server.environment)
    try opx.home.write("theirs", to: "file")
    try opx.home.write("", to: "folder/x")
    try FileManager.default.createSymbolicLink(atPath: "\(opx.home.path)/link", withDestinationPath: "nowhere")
    #expect(mkfifo("\(opx.home.path)/fifo", 0o600) == 0)
    let targets = [
      "file": "a file of that name is there already", "folder": "that is a folder",
      "link": "a link of that name is there already", "fifo": "a file of that name is there already",
      "no/such": "there is no such folder", "file/x": "there is no such folder", "new/": "that is a folder",
      String(repeating: "n", count: 300): "File name too long",
    ].map { ("\(opx.home.path)/\($0.key)", $0.value) }
    let elsewhere = ["/proc/x.har", "~/no/such"].map { ($0, "there is no such folder") }
    for (path, reason) in targets + elsewhere {
      for command in [["countries"], ["get", "/x"], ["history"]] {
        let outcome = try await opx.run(command + ["--har", path, "--verbose"].prefix(command == ["history"] ? 2 : 3))
        #expect(outcome.status == 74 && outcome.output.isEmpty, "\(path)")
        #expect(outcome.errors.hasPrefix("opx: can't write \(path) (\(reason)"))
        #expect(outcome.errors.hasSuffix("; name another file, or - for standard output\n"))
      }
    }
    #expect(try String(contentsOfFile: "\(opx.home.path)/file", encoding: .utf8) == "theirs")
    #expect(try await opx.run("history").output.isEmpty, "something was called")
    #expect(try FileManager.default.contentsOfDirectory(atPath: opx.home.path).allSatisfy { !$0.hasPrefix(".opx-") })
  }

  @Test("standard output that is closed is none, and nothing else is taken for it")
  func closed() async throws {
    let opx = try OpxProcess()
    for (arguments, calls) in [(["countries", "--har", "-"], 0), (["countries"], 2)] {
      let child = try ChildProcess(
        ["/bin/sh", "-c", "exec \"$0\" \"$@\" >&- 2>/dev/null", OpxProcess.path] + arguments,
        environment: ["HOME": opx.home.path, "PATH": "/usr/bin:/bin"], descriptors: [])
      #expect(await child.wait().status == 74)
      #expect(try await opx.run("history").text.split(separator: "\n").count == calls)
    }
  }

  @Test("what a query finds is written with its token calls and tries, in the order of time, and told")
  func history() async throws {
    let tries = Mutex(0)
    let server = try await ScriptedServer.api { request in
      switch request.path {
      case "/again":
        tries.withLock { tries in
          tries += 1
          return tries == 1 ? .status(503, fields: ["Retry-After: 0"], body: []) : .json("{}")
        }
      case "/large": .status(200, body: [UInt8](repeating: 0x61, count: 5 << 20))
      default: .status(404, body: [])
      }
    }
    defer { withExtendedLifetime(server) {} }
    let opx = try OpxProcess(environment: server.environment)
    for path in ["/again", "/missing", "/large"] { _ = try await opx.run("get", path) }
    func archive(_ arguments: String...) async throws -> ([UInt8], String) {
      let outcome = try await opx.run(["history"] + arguments + ["--har", "-"])
      #expect(outcome.status == 0)
      return (outcome.output, outcome.errors)
    }
    let all = try await archive()
    #expect(Self.operations(all.0) == ["token", "get", "get", "get", "get"])
    #expect(all.1 == "opx: wrote 5 exchanges; the body of 1 was not kept\n")
    let text = String(decoding: all.0, as: UTF8.self)
    #expect(!text.contains("scripted-token") && !text.contains("sCr1pt3d"))
    let again = try await archive("path:again", "status:200")
    let entries = JSONDocument(again.0).root?["log"]?["entries"]?.elements.map { $0 } ?? []
    #expect(entries.map { $0["response"]?["status"]?.text } == ["200", "503", "200"])
    #expect(entries.last?["comment"]?.string == "try 2")
    #expect(Self.operations(try await archive("op:get", "--limit", "1").0) == ["get"])
    let none = try await archive("path:nowhere")
    #expect(Self.operations(none.0) == [])
    #expect(none.1 == "opx: the history has no such exchange; wrote an empty archive\n")
    let path = "\(opx.home.path)/calls.har"
    let outcome = try await opx.run("history", "list", "status:404", "--har", path)
    #expect(outcome.output.isEmpty && outcome.errors == "opx: wrote 1 exchange to \(path)\n")
    #expect(Self.operations([UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))) == ["get"])
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let both = try await opx.run("history", "--json", "--har", "-")
    #expect(both.status == 64 && both.errors.contains("--json and --har exclude each other"))
  }
}
