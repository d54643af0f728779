import ExplorerStorage
import Testing

@Suite("Settings")
struct SettingsTests {
  @Test("an option comes before the environment, the environment before the file, each setting by itself")
  func precedence() {
    let settings = Settings(
      options: [.authURL: "option"], environment: ["OPX_AUTH_URL": "environment", "OPX_API_URL": "environment"],
      file: [.authURL: "file", .apiURL: "file", .dialect: "file"])
    #expect(settings[.authURL] == "option")
    #expect(settings[.apiURL] == "environment")
    #expect(settings[.dialect] == "file")
    #expect(settings[.scope] == nil)
  }

  @Test("an empty text counts as unset")
  func empty() {
    let settings = Settings(options: [.scope: ""], environment: ["OPX_SCOPE": ""], file: [.scope: "aspspinformation"])
    #expect(settings[.scope] == "aspspinformation")
    #expect(Settings(options: [:], environment: ["OPX_SCOPE": ""], file: [:])[.scope] == nil)
  }

  @Test("variables and options are called what the documents say")
  func names() {
    #expect(
      Setting.allCases.map(\.variable) == [
        "OPX_AUTH_URL", "OPX_API_URL", "OPX_CLIENT_ID", "OPX_CLIENT_SECRET", "OPX_SCOPE", "OPX_DIALECT", "OPX_CA_FILE",
        "OPX_TIMEOUT", "OPX_ALLOW_HTTP", "OPX_TOKEN_CACHE", "OPX_COMPRESSED", "OPX_CLIENT_CERT", "OPX_CLIENT_KEY",
        "OPX_CLIENT_CERT_PASSWORD", "OPX_HISTORY", "OPX_HISTORY_DAYS", "OPX_HISTORY_SIZE", "OPX_HISTORY_PRIVATE",
        "OPX_THEME", "OPX_THEME_DARK", "OPX_THEME_LIGHT", "OPX_CONTRAST", "OPX_COLORS", "OPX_MOUSE", "OPX_ASCII",
        "OPX_MOTION",
      ])
    #expect(
      Setting.allCases.map(\.option) == [
        "--auth-url", "--api-url", "--client-id", "--client-secret-stdin", "--scope", "--dialect", "--ca-file",
        "--timeout", "--allow-http", "--token-cache", "--compressed", "--client-cert", "--client-key", nil,
        "--history", nil, nil, nil, "--theme", nil, nil, nil, "--colors", nil, nil, nil,
      ])
  }

  @Test("the timeout is a number of seconds with fractions", arguments: [("2", 2), ("0.25", 0.25), ("86400", 86_400)])
  func timeout(text: String, seconds: Double) throws {
    #expect(try settings([.timeout: text]).timeout() == .seconds(seconds))
    #expect(try settings([:]).timeout() == .seconds(10))
  }

  @Test("a senseless timeout is refused", arguments: ["0", "-1", "nan", "inf", "86401", "ten", "1e-30", "1 s"])
  func badTimeout(text: String) {
    let error = #expect(throws: ConfigurationError.self) { try settings([.timeout: text]).timeout() }
    #expect(error?.description.hasPrefix("OPX_TIMEOUT (--timeout) must be a number of seconds") == true)
  }

  private func settings(_ options: [Setting: String]) -> Settings {
    Settings(options: options, environment: [:], file: [:])
  }
}
