import ExplorerStorage
import Testing

@Suite("History settings")
struct HistorySettingsTests {
  private func history(_ file: [Setting: String]) throws(ConfigurationError) -> HistorySettings {
    try HistorySettings(Settings(options: [:], environment: [:], file: file))
  }

  @Test("without settings it is on, for thirty days and 256 MiB")
  func standard() throws {
    let settings = try history([:])
    #expect(settings.isOn && settings.days == 30 && settings.size == 256 * 1_048_576)
    #expect(settings.keeps("any"))
  }

  @Test("each is read")
  func all() throws {
    let settings = try history([
      .history: "yes", .historyDays: "7", .historySize: "2", .historyPrivate: " acme , Göteborg Bank,,",
    ])
    #expect(settings.days == 7 && settings.size == 2 * 1_048_576)
    #expect(settings.privateProfiles == ["acme", "Göteborg Bank"])
    #expect(!settings.keeps("acme") && settings.keeps("ACME"))
    #expect(try !history([.history: "off"]).keeps("any"))
  }

  @Test(
    "what can't be meant is refused",
    arguments: [(Setting.historyDays, "0"), (.historyDays, "a week"), (.historySize, "-1"), (.history, "perhaps")])
  func refused(setting: Setting, text: String) {
    let error = #expect(throws: ConfigurationError.self) { try history([setting: text]) }
    #expect(error?.description.hasPrefix(setting.name) == true)
  }
}
