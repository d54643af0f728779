import ExplorerStorage
import Foundation
import OpenPayments
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ProfileStoreTests {
  private let folder = Folder()
  private var store: ProfileStore { ProfileStore(path: folder.path("profiles.yaml"), secrets: folder.path("secrets")) }

  private func hosted(_ name: String, secret: SecretSource = .variable("ACME_SECRET")) throws -> Profile {
    Profile(
      name: name, environment: try #require(Preset.sandbox.environment),
      application: Application(clientID: "id-\(name)", secret: secret), dialect: .psd2)
  }

  private func full(_ name: String) throws -> Profile {
    Profile(
      name: name,
      environment: .hosts(
        auth: try BaseURL("http://auth.test:8080/a", allowPlainHTTP: true), api: try BaseURL("https://api.test")),
      application: Application(
        clientID: "a: #b \"c\" 'd' \\ é 漢 \u{7F}\u{1B}", secret: .command(["pass", "it's", ""])),
      dialect: .seed, scopes: ["x", "y"],
      certificate: CertificateSource(file: "/c.p12", keyFile: "~/k.pem", passphrase: .variable("P")), accent: .green,
      notes: "null")
  }

  @Test("Without a file there are no profiles and no problems")
  func none() { #expect(store.read() == ProfileList()) }

  @Test("All of a profile reads back as it was written, whatever is in it")
  func roundTrip() throws {
    let profile = try full("acme")
    _ = try store.apply(.add(profile, secret: nil))
    #expect(store.read().profiles == [profile])
    #expect(store.read().problems.isEmpty)
    let built = Profile(name: "b", environment: .builtInSandbox, dialect: .seed)
    #expect(try store.apply(.add(built, secret: nil)).profiles == [profile, built])
  }

  @Test(
    "Hard texts read back the same",
    arguments: [
      "~", "null", "true", "- a", "a: b", "a #b", "#", "'", "\"", "\\n", "a\nb\t", "@", "`", "%", "{a}", "[a]", "? a",
      "! a", "& a", "* a", "| a", "1e3", "é", "漢", "\u{202E}", "\u{85}", "  x  ", "a ", "👩‍👩‍👧", "\u{0}",
    ])
  func hardTexts(text: String) throws {
    var profile = try hosted("acme")
    profile.notes = text
    _ = try store.apply(.add(profile, secret: nil))
    #expect(store.read().profiles.first?.notes == text)
  }

  @Test("What is around a changed profile stays byte for byte, comments and order too")
  func untouched() throws {
    let before = """
      # mine
      default: b   # why

      profiles:
        # first
        a:
          environment: sandbox   # hosted
          client_id: id-a
          secret_env: A

        # second
        b:
          environment: built-in
        # the end

      """
    folder.write(before, to: "profiles.yaml")
    _ = try store.apply(.add(try hosted("c"), secret: nil))
    var changed = try #require(store.read().profiles.first)
    changed.notes = "new"
    _ = try store.apply(.replace(name: "a", with: changed, secret: nil))
    #expect(
      folder.text("profiles.yaml") == """
        # mine
        default: b   # why

        profiles:
          # first
          a:
            environment: sandbox
            client_id: id-a
            secret_env: A
            notes: new

          # second
          b:
            environment: built-in
          c:
            environment: sandbox
            client_id: id-c
            secret_env: ACME_SECRET
          # the end

        """)
    #expect(folder.mode("profiles.yaml") == 0o644, "as it was")
  }

  @Test("A typed secret gets a file that is its owner's alone, and goes with its profile")
  func typedSecret() throws {
    var profile = try hosted("acme", secret: .given(Secret("s3cr3t+/=")))
    profile = try #require(try store.apply(.add(profile, secret: Secret("s3cr3t+/="))).profiles.first)
    #expect(profile.application?.secret == .file(folder.path("secrets/acme")))
    #expect(folder.text("secrets/acme") == "s3cr3t+/=\n")
    #expect(folder.mode("secrets/acme") == 0o600 && folder.mode("secrets") == 0o700)
    #expect(folder.mode("profiles.yaml") == 0o600 && folder.text("profiles.yaml")?.contains("s3cr3t") == false)
    let removed = try #require(try store.apply(.remove(name: "acme")).removed)
    #expect(folder.text("secrets/acme") == nil && store.read().profiles.isEmpty)
    #expect(try store.apply(.restore(removed)).profiles == [profile])
    #expect(folder.text("secrets/acme") == "s3cr3t+/=\n")
    #expect(!"\(removed)".contains("s3cr3t"))
  }

  @Test("A secret that is no longer used lies nowhere")
  func replacedSecret() throws {
    let given = try hosted("acme", secret: .given(Secret("x")))
    var profile = try #require(try store.apply(.add(given, secret: Secret("x"))).profiles.first)
    profile.application?.secret = .command(["pass"])
    _ = try store.apply(.replace(name: "acme", with: profile, secret: nil))
    #expect(folder.text("secrets/acme") == nil)
  }

  @Test("Two profiles may share a file; what somebody else's profile uses is never overwritten or removed")
  func sharedSecret() throws {
    _ = try store.apply(.add(try hosted("one", secret: .file(folder.path("secrets/acme"))), secret: nil))
    folder.write("ones\n", to: "secrets/acme", mode: 0o600)
    let list = try store.apply(.add(try hosted("acme", secret: .given(Secret("x"))), secret: Secret("x")))
    #expect(list.profiles.last?.application?.secret == .file(folder.path("secrets/acme-2")))
    #expect(folder.text("secrets/acme") == "ones\n")
  }

  @Test("A removed profile comes back where it was, as the default if it was that")
  func restore() throws {
    for name in ["a", "b", "c"] { _ = try store.apply(.add(try hosted(name), secret: nil)) }
    _ = try store.apply(.setDefault(name: "b"))
    let before = folder.text("profiles.yaml")
    let list = try store.apply(.remove(name: "b"))
    #expect(list.profiles.map(\.name) == ["a", "c"] && list.defaultName == nil)
    _ = try store.apply(.restore(try #require(list.removed)))
    #expect(folder.text("profiles.yaml") == before)
  }

  @Test("A renamed default stays the default")
  func renamed() throws {
    _ = try store.apply(.add(try hosted("a"), secret: nil))
    _ = try store.apply(.setDefault(name: "a"))
    let list = try store.apply(.replace(name: "a", with: try hosted("z"), secret: nil))
    #expect(list.defaultName == "z" && list.profiles.map(\.name) == ["z"])
    #expect(try store.apply(.setDefault(name: nil)).defaultName == nil)
    #expect(folder.text("profiles.yaml")?.contains("default") == false)
  }

  @Test("What can't be done is said, and nothing changes")
  func refusals() throws {
    _ = try store.apply(.add(try hosted("a"), secret: nil))
    let before = folder.text("profiles.yaml")
    for change: ProfileChange in [
      .add(try hosted("a"), secret: nil), .add(try hosted("sandbox"), secret: nil), .remove(name: "b"),
      .replace(name: "b", with: try hosted("c"), secret: nil), .setDefault(name: "b"),
      .add(try hosted("c", secret: .given(Secret("x"))), secret: nil),
    ] {
      #expect(throws: ConfigurationError.self) { try store.apply(change) }
    }
    #expect(folder.text("profiles.yaml") == before)
  }

  @Test(
    "An empty mapping takes profiles, too", arguments: ["profiles: {}\n", "profiles: ~\n", "profiles:\n", "# mine\n"])
  func empty(text: String) throws {
    folder.write(text, to: "profiles.yaml")
    let profile = try hosted("a")
    #expect(try store.apply(.add(profile, secret: nil)).profiles == [profile])
    #expect(store.read().profiles == [profile] && store.read().problems.isEmpty)
  }

  @Test("A link keeps leading where it leads")
  func link() throws {
    folder.write("profiles:\n", to: "dotfiles.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("profiles.yaml"), withDestinationPath: folder.path("dotfiles.yaml"))
    _ = try store.apply(.add(try hosted("a"), secret: nil))
    #expect(folder.text("dotfiles.yaml")?.contains("a:") == true)
  }

  @Test("Copies that change the file at the same time lose nothing")
  func concurrent() async throws {
    let store = store
    try await withThrowingTaskGroup { group in
      for number in 0..<12 {
        let profile = try hosted("p\(number)", secret: .given(Secret("s\(number)")))
        group.addTask { _ = try store.apply(.add(profile, secret: Secret("s\(number)"))) }
      }
      try await group.waitForAll()
    }
    #expect(Set(store.read().profiles.map(\.name)) == Set((0..<12).map { "p\($0)" }))
    #expect(store.read().problems.isEmpty)
  }
}
