import FoundationEssentials
import Testing

@testable import ExplorerStorage

@Suite("The settings file")
struct SettingsFileTests {
  private func error(_ text: String) -> String? {
    #expect(throws: ConfigurationError.self) { _ = try SettingsFile.parse(text, path: "config.yaml") }?.description
  }

  @Test("a mapping of names to values, as written")
  func settings() throws {
    let text = """
      # where to call
      auth_url: https://auth.test
      timeout: 2.50
      scope: "aspspinformation private"
      client_id: 007
      allow_http: yes
      dialect:
      ca_file: ~
      """
    let settings = try SettingsFile.parse(text, path: "config.yaml").values
    #expect(settings[.authURL] == "https://auth.test")
    #expect(settings[.timeout] == "2.50")
    #expect(settings[.scope] == "aspspinformation private")
    #expect(settings[.clientID] == "007")
    #expect(settings[.allowHTTP] == "yes")
    #expect(settings[.dialect] == nil)
    #expect(settings[.caFile] == nil)
  }

  @Test("an empty file sets nothing", arguments: ["", "# nothing\n", "---\n", "~", "{}"])
  func empty(text: String) throws {
    #expect(try SettingsFile.parse(text, path: "config.yaml").values.isEmpty)
  }

  @Test("an unknown name is reported with its place and the nearest valid one")
  func unknown() {
    #expect(
      error("timeout: 1\n  \napi_ulr: x") == "config.yaml:3:1: unknown setting \"api_ulr\"; did you mean \"api_url\"?")
    #expect(error("client-id: x") == "config.yaml:1:1: unknown setting \"client-id\"; did you mean \"client_id\"?")
    #expect(error("? [a]\n: b")?.hasPrefix("config.yaml:1:") == true)
    #expect(error(String(repeating: "x", count: 1000) + ": y")?.hasPrefix("config.yaml:1:1: unknown") == true)
  }

  @Test("a secret doesn't belong there, and isn't repeated")
  func secret() {
    let message = error("client_secret: p4ss")
    #expect(message == "config.yaml:1:1: a secret doesn't belong in this file; set OPX_CLIENT_SECRET instead")
  }

  @Test("what is no mapping of single values is reported with its place")
  func shape() {
    #expect(error("- a\n- b") == "config.yaml:1:1: expected a mapping of settings")
    #expect(error("just text") == "config.yaml:1:1: expected a mapping of settings")
    #expect(error("timeout: 1\nscope: [a, b]") == "config.yaml:2:1: scope must be a single value")
    #expect(error("a: b: c") == "config.yaml:1:5: mapping values are not allowed in this context")
    #expect(error("timeout: 1\n\tscope: a") == "config.yaml:2:1: found a tab character that violates indentation")
    #expect(
      error("timeout: 1\nscope: a\nscope: b") == "config.yaml:3:1: scope set more than once", "at its second place")
    #expect(error("scope: \"\u{1}\"") == "config.yaml:1:9: the character U+0001 is not allowed")
    #expect(error("scope: a\r\n# é\u{85}x: \u{0}") == "config.yaml:3:4: the character U+0000 is not allowed")
  }

  @Test(
    "a value that is wrong is blamed on its line, unless another one goes before it",
    arguments: [
      ("timeout", "soon"), ("allow_http", "maybe"), ("dialect", "psd3"), ("auth_url", "ftp://x"), ("history", "some"),
      ("history_days", "0"), ("history_size", "much"), ("contrast", "30"),
    ])
  func blamed(name: String, value: String) throws {
    func problem(_ settings: Settings) -> String? {
      do throws(ConfigurationError) {
        _ = try (settings.timeout(), settings.dialect(), settings.baseURL(.authURL), HistorySettings(settings))
        _ = try (settings.isOn(.allowHTTP, otherwise: false), settings.number(.contrast, in: 1...21))
        return nil
      } catch { return error.description }
    }
    let setting = try #require(Setting(rawValue: name))
    let file = try SettingsFile.parse("# mine\nscope: a\n\(name): \(value)\n", path: "/c/config.yaml")
    let words = try #require(problem(Settings(options: [:], environment: [:], file: file)))
    #expect(words.hasPrefix("/c/config.yaml:3:\(name.count + 3): \(name) "), "\(words)")
    let variable = try #require(problem(Settings(options: [:], environment: [setting.variable: value], file: file)))
    #expect(variable.hasPrefix(setting.variable) && !variable.contains("config.yaml"), "\(variable)")
  }

  @Test("a file that isn't there sets nothing, one that can't be read is an error")
  func files() throws {
    #expect(try SettingsFile.read("/nowhere/config.yaml").values.isEmpty)
    let directory = FileManager.default.temporaryDirectory.path
    #expect(throws: ConfigurationError("\(directory): can't be read (that is a folder)")) {
      _ = try SettingsFile.read(directory)
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("opx-\(UUID().uuidString).yaml").path
    try "scope: a".write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try SettingsFile.read(path).values == [.scope: "a"])
  }
}
