import Foundation
import Glibc
import HTTPTypes
import OpenPayments
import TestRandomness
import Testing

@testable import opx

/// What is printed for a shell, read by the shells there are.
struct ShellTests {
  private static let shells = [
    ["/bin/sh"], ["/bin/bash"], ["/bin/bash", "-o", "history", "-o", "histexpand"], ["/usr/bin/zsh"],
  ].filter { FileManager.default.isExecutableFile(atPath: $0[0]) }

  private static let named = [
    "", "plain", "=ls", "a==ls", "~", "-n", "it's", "x'\u{301};touch p;'", "'\u{301}", "\u{301}'", "''\u{20DD}''", "!!",
    "a!e",
    "\\", "\\'", "a\\\nb", "\r", "\u{1B}[201~\ntouch p\r", "$(touch p)`touch p`$HOME\"", "#", "\u{7F}\u{9B}\u{202E}",
    "\n\n", "\t", "a\n^a^b",
    "é\u{FEFF}\u{1F600}", "%s\\n%1$s",
  ]

  /// Words of scalars that shells care for, marks that combine with them, and any others.
  private static func words(_ count: Int) -> [String] {
    var random = SeededGenerator(seed: 13)
    let telling =
      Array("'\"\\!$`\n\r\t #;&|<>(){}[]*?~=%^@:,-aZ0".unicodeScalars) + ["\u{301}", "\u{20DD}", "\u{200D}"]
    return named
      + (0..<count).map { _ in
        var word = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          switch UInt8.random(in: 0...9, using: &random) {
          case 0...6: word.append(telling.randomElement(using: &random) ?? "'")
          case 7: word.append(Unicode.Scalar(UInt8.random(in: 1...0x7F, using: &random)))
          default: Unicode.Scalar(UInt32.random(in: 0x80...0x10FFFF, using: &random)).map { word.append($0) }
          }
        }
        return String(word)
      }
  }

  /// What a shell prints that runs a script in an empty folder; nothing if the folder is not empty afterwards.
  private func output(of script: String, by shell: [String]) async throws -> [UInt8] {
    let (folder, files) = (try TemporaryFolder(), try TemporaryFolder())
    try files.write("cd \(folder.path)\n\(script)", to: "script")
    let output = open("\(files.path)/output", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    let child = try ChildProcess(
      shell + ["\(files.path)/script"], environment: ["HOME": files.path, "HISTFILE": "", "PATH": "/usr/bin:/bin"],
      descriptors: [null, output, null])
    close(null)
    close(output)
    #expect(await child.wait().status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(files.path)/output")))
  }

  private func parts(_ output: [UInt8]) -> [[UInt8]] {
    output.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
  }

  @Test("Every word comes back byte for byte, bare or quoted", arguments: shells)
  func words(shell: [String]) async throws {
    let words = Self.words(400)
    for quote in [Shell.word, Shell.quoted] {
      let script = words.map { "printf '%s\\0' \(quote($0))\n" }.joined()
      let read = parts(try await output(of: script, by: shell))
      #expect(read.count == words.count + 1)
      for (word, bytes) in zip(words, read) { #expect(bytes == Array(word.utf8), "\(word.debugDescription)") }
    }
  }

  @Test("So does every argument of the command that a call takes its token from", arguments: shells)
  func commands(shell: [String]) async throws {
    let words = Self.words(200)
    let exchange = Exchange(
      id: UUID(), operation: .countries, startedAt: Date(),
      request: .init(
        method: .get, scheme: "https", authority: "api.test", path: "/", headerFields: [.authorization: "Bearer x"]),
      requestBody: [], response: nil, body: [], failure: nil, timings: .init(head: nil, total: .zero),
      tokenExchange: nil)
    let script =
      "curl() { printf '%s\\0' \"$3\"; }\n"
      + words.map {
        CallCode(exchange, tokenCommand: ["printf", "%s.", $0]).curl
      }.joined()
    let read = parts(try await output(of: script, by: shell))
    #expect(read.count == words.count + 1)
    for (word, bytes) in zip(words, read) {
      #expect(bytes == Array("Authorization: Bearer \(word).".utf8), "\(word.debugDescription)")
    }
  }

  @Test("No word can hold a NUL, so none is written")
  func nul() { #expect(Shell.quoted("a\0b") == "'ab'" && Shell.word("\0") == "''") }

  @Test("A profile that is handed on runs nothing that its secret, id or scopes hold", arguments: shells)
  func exported(shell: [String]) async throws {
    let hostile = "x'\u{301};touch p;'"
    let opx = try OpxProcess(environment: ["SECRET": hostile + "\u{301}secret"])
    let add = [
      "profiles", "add", "acme", "--auth-url", "https://a.test", "--api-url", "https://b.test", "--client-id",
      hostile + "id", "--scope", hostile + "scope", "--secret-env", "SECRET",
    ]
    #expect(try await opx.run(add).status == 0)
    let exported = try await opx.run("profiles", "export-env", "acme")
    #expect(exported.status == 0, "\(exported.errors)")
    let read = "printf '%s\\0' \"$OPX_CLIENT_SECRET\" \"$OPX_CLIENT_ID\" \"$OPX_SCOPE\""
    let bytes = try await output(of: exported.text + read, by: shell)
    let expected = [hostile + "\u{301}secret", hostile + "id", hostile + "scope", ""]
    #expect(parts(bytes) == expected.map { Array($0.utf8) })
  }

  @Test("A secret with a NUL can't be handed on, and that is said")
  func exportedNUL() async throws {
    let opx = try OpxProcess()
    try opx.home.write("s3\0cret", to: "secret")
    let add = [
      "profiles", "add", "acme", "--auth-url", "https://a.test", "--api-url", "https://b.test", "--client-id", "me",
      "--secret-file", "\(opx.home.path)/secret",
    ]
    _ = try await opx.run(add)
    let exported = try await opx.run("profiles", "export-env", "acme")
    #expect(exported.status == 78 && exported.text.isEmpty && !exported.errors.contains("s3"), "\(exported.errors)")
  }
}
