import ExplorerStorage
import OpenPayments
import Testing

@Suite("Profiles")
struct ProfileTests {
  private static let complete: [Setting: String] = [
    .authURL: "https://auth.test/", .apiURL: "https://api.test", .clientID: "id", .clientSecret: "p4ss+w/rd",
  ]

  private func settings(_ options: [Setting: String]) -> Settings {
    Settings(options: options, environment: [:], file: [:])
  }

  private func error(_ options: [Setting: String], needsAPI: Bool = true) -> String? {
    #expect(throws: ConfigurationError.self) {
      _ = try Profile.environment(settings(options), needsAPI: needsAPI)
    }?.description
  }

  @Test("settings that name no place and no credentials are no profile")
  func none() throws {
    #expect(try Profile.environment(settings([:])) == nil)
    #expect(try Profile.environment(settings([.dialect: "seed", .scope: "a", .timeout: "1"])) == nil)
  }

  @Test("a complete set is a profile, in psd2 with its scopes unless told otherwise")
  func complete() throws {
    let profile = try #require(try Profile.environment(settings(Self.complete)))
    #expect(profile.name == "environment")
    #expect(profile.dialect == .psd2)
    #expect(profile.scopes == ["aspspinformation", "private"])
    #expect(!profile.isBuiltInSandbox)
    #expect(
      profile.environment
        == .hosts(auth: try BaseURL("https://auth.test"), api: try BaseURL("https://api.test")))
    #expect(profile.application == Application(clientID: "id", secret: .given(Secret("p4ss+w/rd"))))
  }

  @Test("dialect and scope are taken from the settings")
  func dialect() throws {
    let seed = try Profile.environment(settings(Self.complete.merging([.dialect: "SEED"]) { $1 }))
    #expect(seed?.dialect == .seed)
    #expect(seed?.scopes == ["aspspinformation"])
    let scope = try Profile.environment(settings(Self.complete.merging([.scope: " a  b "]) { $1 }))
    #expect(scope?.scopes == ["a", "b"])
    #expect(
      error(Self.complete.merging([.dialect: "xml"]) { $1 })
        == "OPX_DIALECT (--dialect) must be psd2 or seed, not \"xml\"")
  }

  @Test("a partial set is an error that names what is missing, never a fallback", arguments: Setting.connection)
  func partial(missing: Setting) throws {
    var options = Self.complete
    options[missing] = nil
    #expect(error(options) == "the profile is incomplete: set \(missing.variable) (or \(missing.option ?? ""))")
    #expect(error([missing: "https://x.test"])?.components == 3)
  }

  @Test("a token alone needs no API address")
  func tokenOnly() throws {
    var options = Self.complete
    options[.apiURL] = nil
    let profile = try #require(try Profile.environment(settings(options), needsAPI: false))
    guard case .hosts(_, nil) = profile.environment else {
      Issue.record("\(profile)")
      return
    }
  }

  @Test(
    "an address that can't be used is named, but not repeated: it may hold a password",
    arguments: ["https://u:p4ss@x.test", "p4ss", "http://p4ss.test", "ftp://p4ss", "https://x.test?p4ss"])
  func badAddress(text: String) throws {
    let message = try #require(error(Self.complete.merging([.apiURL: text]) { $1 }))
    #expect(message.hasPrefix("OPX_API_URL (--api-url) "))
    #expect(!message.contains("p4ss"))
  }

  @Test("plain http has to be allowed by name")
  func plainHTTP() throws {
    let plain = Self.complete.merging([.apiURL: "http://api.test"]) { $1 }
    #expect(error(plain)?.hasSuffix("set OPX_ALLOW_HTTP (--allow-http) if that is meant") == true)
    #expect(try Profile.environment(settings(plain.merging([.allowHTTP: "1"]) { $1 })) != nil)
  }

  @Test("the built-in sandbox comes in either dialect, the chosen one first")
  func sandboxes() throws {
    #expect(try Profile.sandboxes(settings([:])).map(\.name) == ["sandbox", "sandbox-seed"])
    let seed = try Profile.sandboxes(settings([.dialect: "seed", .scope: "a"]))
    #expect(seed.map(\.name) == ["sandbox", "sandbox-psd2"])
    #expect(seed.map(\.dialect) == [.seed, .psd2])
    #expect(seed.map(\.scopes) == [["a"], ["aspspinformation", "private"]])
    #expect(seed.map(\.isBuiltInSandbox) == [true, true])
  }

  @Test("a profile shows no secret")
  func masked() throws {
    let profile = try #require(try Profile.environment(settings(Self.complete)))
    var dumped = "\(profile)"
    dump(profile, to: &dumped)
    #expect(!dumped.contains("p4ss"))
  }
}

extension String {
  /// How many settings the message of an incomplete profile lists.
  fileprivate var components: Int { split(separator: " and ").count }
}
