import ExplorerStorage
import Foundation
import OpenPayments
import Testing

/// Files from editors that put a mark before the text, or write it as UTF-16.
struct TextFileTests {
  private let folder = Folder()
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func write(_ text: String, to name: String, mode: Int = 0o644) {
    folder.write(Self.mark + Array(text.utf8), to: name, mode: mode)
  }

  @Test("A byte order mark is no part of settings, keys and profiles, and places count without it")
  func files() throws {
    write("timeout: 5\ncolors: 256\n", to: "config.yaml")
    #expect(try SettingsFile.read(folder.path("config.yaml")).values == [.timeout: "5", .colors: "256"])
    write("tiemout: 5", to: "config.yaml")
    #expect(
      throws: ConfigurationError(
        "\(folder.path("config.yaml")):1:1: unknown setting \"tiemout\"; did you mean \"timeout\"?")
    ) {
      try SettingsFile.read(folder.path("config.yaml"))
    }
    write("find: f", to: "keys.yaml")
    let keys = KeyFile.read(folder.path("keys.yaml"))
    #expect(keys.problems.isEmpty && keys.entries.first?.command == "find")
    #expect(keys.entries.first?.path == folder.path("keys.yaml"))
    write("default: a\nprofiles:\n  a: {environment: built-in}\n", to: "profiles.yaml")
    let list = ProfileStore(path: folder.path("profiles.yaml"), secrets: folder.path("s")).read()
    #expect(list.profiles.map(\.name) == ["a"] && list.defaultName == "a" && list.problems.isEmpty)
  }

  @Test("A byte order mark is no part of a secret, wherever that comes from")
  func secrets() async throws {
    write("plain\n", to: "secret", mode: 0o600)
    write("{\"secret\": \"plain\"}", to: "object", mode: 0o600)
    let reader = SecretReader(environment: ["S": "\u{FEFF}plain", "E": "\u{FEFF}", "PATH": "/usr/bin:/bin"])
    for source: SecretSource in [
      .file(folder.path("secret")), .variable("S"), .command(["cat", folder.path("secret")]),
      .command(["cat", folder.path("object")]),
    ] { #expect(try await reader.secret(from: source).reveal() == "plain", "\(source)") }
    await #expect(throws: ConfigurationError.self) { try await reader.secret(from: .variable("E")) }
    let settings = Settings(options: [:], environment: ["OPX_CLIENT_SECRET": "\u{FEFF}plain"], file: [:])
    #expect(settings[.clientSecret] == "plain")
  }

  @Test("UTF-16 is told in plain words, with its mark and without", arguments: [true, false])
  func utf16(hasMark: Bool) async throws {
    for order in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let mark: [UInt8] = order == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
      let bytes = (hasMark ? mark : []) + Array(try #require("timeout: 5".data(using: order)))
      folder.write(bytes, to: "file", mode: 0o600)
      let path = folder.path("file")
      let words = ConfigurationError("\(path): is not UTF-8 text but UTF-16; save it as UTF-8")
      #expect(throws: words) { try SettingsFile.read(path) }
      #expect(KeyFile.read(path).problems == [words])
      #expect(ProfileStore(path: path, secrets: folder.path("s")).read().unreadable == words)
      let reader = SecretReader(environment: [:])
      await #expect(throws: words) { try await reader.secret(from: .file(path)) }
    }
    folder.write([0x61, 0x3A, 0xFF], to: "file")
    #expect(throws: ConfigurationError("\(folder.path("file")): is not UTF-8 text")) {
      try SettingsFile.read(folder.path("file"))
    }
  }

  @Test("What is no file lets nobody wait")
  func pipe() throws {
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(throws: ConfigurationError.self) { try SettingsFile.read(folder.path("pipe")) }
    #expect(KeyFile.read(folder.path("pipe")).problems.count == 1)
    #expect(throws: ConfigurationError.self) { try SettingsFile.read("/dev/zero") }
    #expect(try SettingsFile.read(folder.path("config/none.yaml")).values.isEmpty)
  }
}
