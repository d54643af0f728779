import ExplorerStorage
import OpenPayments
import Testing

@testable import opx

/// Which profile a run uses, and as what.
struct ProfileCatalogueTests {
  private static let acme = Profile(
    name: "acme", environment: Preset.sandbox.environment ?? .builtInSandbox,
    application: Application(clientID: "id", secret: .variable("S")), dialect: .psd2, scopes: ["own"])
  private static let complete: [String: String] = [
    "OPX_AUTH_URL": "https://a.test", "OPX_API_URL": "https://b.test", "OPX_CLIENT_ID": "x", "OPX_CLIENT_SECRET": "y",
  ]

  private func list(_ change: (inout ProfileList) -> Void = { _ in }) -> ProfileList {
    var list = ProfileList()
    list.profiles = [Self.acme]
    change(&list)
    return list
  }

  private func settings(
    _ environment: [String: String] = [:], options: [Setting: String] = [:], file: [Setting: String] = [:]
  ) -> Settings {
    Settings(options: options, environment: environment, file: file)
  }

  private var withDefault: ProfileList { list { $0.defaultName = "acme" } }

  @Test("A name goes before the credentials of the environment, those before the default, that before the sandbox")
  func precedence() throws {
    let named = try ProfileCatalogue(settings(Self.complete), stored: withDefault, named: "sandbox", by: .variable)
    #expect(named.chosen.name == "sandbox" && named.choice == .variable)
    let credentials = try ProfileCatalogue(settings(Self.complete), stored: withDefault)
    #expect(credentials.chosen.name == "environment" && credentials.choice == .credentials)
    let standard = try ProfileCatalogue(settings(), stored: withDefault)
    #expect(standard.chosen == Self.acme && standard.choice == .standard && standard.fault == nil)
    let nothing = try ProfileCatalogue(settings(), stored: list())
    #expect(nothing.chosen.name == "sandbox" && nothing.choice == .nothing && nothing.isFallback)
  }

  @Test("An option or a variable sets the scope of any profile; the settings file that of none that has its own")
  func scope() throws {
    for name in [nil, "acme"] {
      let option = try ProfileCatalogue(settings(options: [.scope: "a b"]), stored: withDefault, named: name)
      #expect(option.chosen.scopes == ["a", "b"])
      #expect(option.forThisRun(option.stored).profiles == [option.chosen], "the list has it as the run uses it")
      let variable = try ProfileCatalogue(settings(["OPX_SCOPE": "c"]), stored: withDefault, named: name)
      #expect(variable.chosen.scopes == ["c"])
      let file = try ProfileCatalogue(settings(file: [.scope: "d"]), stored: withDefault, named: name)
      #expect(file.chosen.scopes == ["own"])
    }
    #expect(try ProfileCatalogue(settings(file: [.scope: "d"]), stored: list()).chosen.scopes == ["d"])
  }

  @Test("A default that can't be used is a fault, which the sandbox stands in for", arguments: ["acme", "gone"])
  func brokenDefault(name: String) throws {
    let broken = list {
      $0.profiles = []
      $0.defaultName = name
      $0.unusable = ["acme": ConfigurationError("profiles.yaml:3:5: no")]
    }
    let catalogue = try ProfileCatalogue(settings(), stored: broken)
    #expect(catalogue.chosen.name == "sandbox" && catalogue.choice == .standIn)
    let words = name == "acme" ? "profiles.yaml:3:5: no" : "there is no profile of that name"
    #expect(catalogue.fault?.description.contains("the default profile \(name) can't be used: \(words)") == true)
  }

  @Test("Only what is wrong with a profile itself, or with the whole file, is why it can't be used")
  func blame() throws {
    let other = list { $0.unusable = ["other": ConfigurationError("profiles.yaml:9:9: no")] }
    let unknown = try #require(throws: CommandFailure.self) {
      try ProfileCatalogue(settings(), stored: other, named: "typo")
    }
    #expect(unknown.status == .usage && unknown.message.contains("there are sandbox, sandbox-seed, acme"))
    let broken = try #require(throws: ConfigurationError.self) {
      try ProfileCatalogue(settings(), stored: other, named: "other")
    }
    #expect(broken.description == "the profile other can't be used: profiles.yaml:9:9: no")
    let unreadable = list { $0.unreadable = ConfigurationError("profiles.yaml:1:1: no") }
    #expect(throws: ConfigurationError.self) { try ProfileCatalogue(settings(), stored: unreadable, named: "typo") }
  }
}
