import ExplorerStorage
import Foundation
import OpenPayments
import Testing

struct ProfileProblemTests {
  private let folder = Folder()
  private var store: ProfileStore { ProfileStore(path: folder.path("profiles.yaml"), secrets: folder.path("secrets")) }

  private func problems(_ text: String) -> [String] {
    folder.write(text, to: "profiles.yaml")
    return store.read().problems.map { $0.description.replacing(folder.path("") + "/", with: "") }
  }

  private func entry(_ lines: String...) -> String {
    "profiles:\n  a:\n" + lines.map { "    \($0)\n" }.joined()
  }

  @Test("A broken profile is named with its place and the nearest valid word; the others still work")
  func others() {
    let text = """
      profiles:
        good: {environment: built-in}
        bad:
          enviroment: sandbox
        worse:
          environment: sandox
          client_id: x
          secret_env: X
      """
    #expect(
      problems(text) == [
        "profiles.yaml:4:5: unknown key \"enviroment\"; did you mean \"environment\"?",
        "profiles.yaml:6:18: environment can't be \"sandox\"; did you mean \"sandbox\"?",
      ])
    #expect(store.read().profiles.map(\.name) == ["good"])
  }

  @Test("A secret in the file is refused, and not repeated", arguments: ["secret", "client_secret", "password"])
  func inlineSecret(key: String) {
    let text = problems(entry("environment: sandbox", "client_id: x", "\(key): s3cr3t")).joined()
    #expect(text.contains("a secret doesn't belong in this file") && text.contains("secret_command"))
    #expect(!text.contains("s3cr3t"))
  }

  @Test("A variable that opx reads itself can't hold the secret; the certificate's own may hold its passphrase")
  func ownVariables() {
    for name in ["OPX_CLIENT_SECRET", "OPX_CLIENT_ID", "OPX_TIMEOUT", "OPX_PROFILE", "OPX_CLIENT_CERT_PASSWORD"] {
      #expect(
        problems(entry("environment: sandbox", "client_id: x", "secret_env: \(name)"))
          == ["profiles.yaml:5:17: secret_env can't be \(name), which opx reads itself; choose another name"])
    }
    let lines = ["client_cert: a", "client_cert_password_env: OPX_CLIENT_CERT_PASSWORD"].joined(separator: "\n    ")
    #expect(problems(entry("environment: sandbox", "client_id: x", "secret_env: A", lines)) == [])
  }

  @Test("A program with a slash lies where the file says, as other files do; one without is looked for")
  func program() {
    for (word, located) in [("./a", "\(folder.path(""))/./a"), ("~/a", "~/a"), ("/a", "/a"), ("a", "a")] {
      #expect(problems(entry("environment: sandbox", "client_id: x", "secret_command: ['\(word)', ./b]")) == [])
      #expect(store.read().profiles.first?.application?.secret == .command([located, "./b"]))
    }
  }

  @Test("What is missing or too much is said")
  func parts() {
    #expect(problems(entry("environment: sandbox")) == ["profiles.yaml:2:3: a needs a client_id"])
    #expect(
      problems(entry("environment: sandbox", "client_id: x"))
        == ["profiles.yaml:2:3: a has the client_id x but no secret_file, secret_env or secret_command"])
    #expect(
      problems(entry("environment: sandbox", "client_id: x", "secret_env: A", "secret_file: b"))
        == ["profiles.yaml:5:17: secret_file and secret_env exclude each other; leave one of them"])
    #expect(
      problems(entry("auth_url: https://a.test", "client_id: x", "secret_env: A"))
        == ["profiles.yaml:2:3: a needs an environment, or both auth_url and api_url"])
    #expect(
      problems(entry("environment: sandbox", "auth_url: https://a.test", "client_id: x", "secret_env: A"))
        .first?.contains("exclude each other") == true)
    #expect(
      problems(entry("environment: built-in", "client_id: x", "secret_command: pass x"))
        .first?.contains("must be a list of words") == true)
  }

  @Test("An address that can't be used is not repeated: it may hold a password")
  func address() {
    let text = problems(
      entry("auth_url: https://u:p4ss@a.test", "api_url: http://p4ss.test", "client_id: x", "secret_env: A"))
    #expect(text.count == 2 && !text.joined().contains("p4ss"))
    #expect(text.last?.contains("allow_http: true") == true)
  }

  @Test("What is no YAML has its place, gives no profiles, and is not written over")
  func noYAML() throws {
    #expect(problems("profiles:\n\ta: b\n").first?.hasPrefix("profiles.yaml:2:1: ") == true)
    let built = Profile(name: "b", environment: .builtInSandbox, dialect: .psd2)
    #expect(throws: ConfigurationError.self) { try store.apply(.add(built, secret: nil)) }
    #expect(folder.text("profiles.yaml") == "profiles:\n\ta: b\n")
  }

  @Test("A name that stands twice, braces, lists and strangers are told")
  func shapes() throws {
    #expect(problems("profiles:\n  a: {environment: built-in}\n  a: {environment: built-in}\n").count == 1)
    #expect(problems("- a\n") == ["profiles.yaml:1:1: expected a mapping with profiles in it"])
    #expect(problems("profiles: [a]\n").first?.contains("mapping of names") == true)
    #expect(problems("profile:\n").first?.contains("did you mean \"profiles\"?") == true)
    #expect(problems("default: gone\nprofiles:\n").first?.contains("no profile \"gone\"") == true)
    #expect(problems("profiles:\n  sandbox: {environment: built-in}\n").first?.contains("program's own") == true)
    _ = problems("profiles: {a: {environment: built-in}}\n")
    let built = Profile(name: "b", environment: .builtInSandbox, dialect: .psd2)
    #expect(throws: ConfigurationError.self) { try store.apply(.add(built, secret: nil)) }
  }

  @Test("Hostile files do no harm")
  func hostile() {
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nprofiles:\n  x: *c\n"
    #expect(!problems(bomb).isEmpty)
    #expect(!problems(String(repeating: "[", count: 100_000)).isEmpty)
    #expect(!problems("profiles:\n  a\u{0}b: c\n").isEmpty)
    #expect(!problems(String(repeating: "#", count: 2_000_000)).isEmpty)
    folder.write([0x61, 0xFF, 0xFE], to: "profiles.yaml")
    #expect(store.read().problems.first?.description.hasSuffix("is not UTF-8 text") == true)
    #expect(store.read().profiles.isEmpty)
  }
}
