import ExplorerStorage
import Testing

@Suite("Paths")
struct PathsTests {
  @Test("files are kept where the XDG base directory specification says")
  func xdg() {
    let paths = Paths(environment: [
      "HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s", "XDG_DATA_HOME": "/d",
    ])
    #expect(paths.settingsFile == "/c/opx/config.yaml")
    #expect(paths.sandbox == "/s/opx/sandbox")
    #expect(paths.history == "/d/opx/history.sqlite")
  }

  @Test("unset, empty and relative directories fall back to those under HOME", arguments: [nil, "", "relative", "~/x"])
  func fallback(value: String?) {
    var environment = ["HOME": "/home/a"]
    environment["XDG_CONFIG_HOME"] = value
    environment["XDG_STATE_HOME"] = value
    let paths = Paths(environment: environment)
    #expect(paths.settingsFile == "/home/a/.config/opx/config.yaml")
    #expect(paths.sandbox == "/home/a/.local/state/opx/sandbox")
    #expect(paths.history == "/home/a/.local/share/opx/history.sqlite")
  }

  @Test(
    "without a usable HOME the account's own is taken, never the root of the disk", arguments: [nil, "", "relative"])
  func noHome(value: String?) {
    var environment: [String: String] = [:]
    environment["HOME"] = value
    #expect(Paths(environment: environment) { "/home/b" }.sandbox == "/home/b/.local/state/opx/sandbox")
    #expect(Paths(environment: environment) { nil }.sandbox == "/nonexistent/.local/state/opx/sandbox")
  }
}
