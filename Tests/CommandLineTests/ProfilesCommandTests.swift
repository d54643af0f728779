import Foundation
import Glibc
import JSONText
import Testing

/// Profiles from the command line to the wire.
@Suite(.timeLimit(.minutes(2)))
struct ProfilesCommandTests {
  private static let secret = "pr0f1le+s3cr3t/=="

  /// One that knows one secret.
  private static func platform() async throws -> ScriptedServer {
    try await ScriptedServer { request in
      guard request.isForToken else { return .json(#"{"countries":[{"isoCountryCode":"SE","name":"Sweden"}]}"#) }
      guard request.body.contains("client_secret=pr0f1le%2Bs3cr3t%2F%3D%3D") else {
        return .status(
          400, fields: ["Content-Type: application/json"], body: Array(#"{"error":"invalid_client"}"#.utf8))
      }
      if request.body.contains("scope=wrong") {
        return .status(400, fields: ["Content-Type: application/json"], body: Array(#"{"error":"invalid_scope"}"#.utf8))
      }
      return .json(#"{"access_token":"profile-token","expires_in":3600,"token_type":"Bearer"}"#)
    }
  }

  private static func added(_ server: ScriptedServer, _ arguments: String..., secret: String = secret) async throws
    -> OpxProcess
  {
    let opx = try OpxProcess()
    let place = ["--auth-url", server.origin, "--api-url", server.origin, "--client-id", "me", "--secret-stdin"]
    let outcome = try await opx.run(["profiles", "add", "acme"] + place + arguments, input: secret + "\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    try opx.home.removeInputs()
    return opx
  }

  @Test("A profile that was added is used by its name, by OPX_PROFILE and as the default")
  func choosing() async throws {
    let server = try await Self.platform()
    var opx = try await Self.added(server)
    #expect(try await opx.run("countries", "--profile", "acme").text == "SE\tSweden\n")
    #expect(try await opx.run("countries").text != "SE\tSweden\n", "the built-in sandbox has more")
    opx.environment["OPX_PROFILE"] = "acme"
    #expect(try await opx.run("countries").text == "SE\tSweden\n")
    opx.environment["OPX_PROFILE"] = nil
    #expect(try await opx.run("profiles", "use", "acme").status == 0)
    #expect(try await opx.run("countries").text == "SE\tSweden\n")
    #expect(try await opx.run("countries", "--profile", "sandbox").text != "SE\tSweden\n")
    #expect(try await opx.run("profiles", "use", "--none").status == 0)
    #expect(try await opx.run("countries").text != "SE\tSweden\n")
  }

  @Test("The secret is in one file, its owner's alone, and in nothing else that is kept or printed")
  func secrecy() async throws {
    let server = try await Self.platform()
    let opx = try await Self.added(server, "--default")
    var printed = ""
    for command in [
      ["countries", "--verbose"], ["token", "--json"], ["profiles", "list", "--json"], ["profiles", "show", "acme"],
      ["profiles", "test"], ["history", "--json"], ["countries", "--har", "\(opx.home.path)/calls.har"],
    ] {
      let outcome = try await opx.run(command)
      #expect(outcome.status == 0, "\(command) \(outcome.errors)")
      printed += outcome.text + outcome.errors
    }
    #expect(!printed.contains(Self.secret) && !printed.contains("pr0f1le%2B"))
    let holders = try opx.home.files { $0.contains(Data(Self.secret.utf8)) || $0.contains(Data("pr0f1le%2B".utf8)) }
    #expect(holders == ["config/opx/secrets/acme"])
  }

  @Test("What is wrong is explained: the secret, the scope, the host")
  func explained() async throws {
    let server = try await Self.platform()
    let wrongSecret = try await Self.added(server, secret: "n0t-this").run("profiles", "test", "acme")
    #expect(wrongSecret.status == 77 && wrongSecret.text == "✗ no token\n")
    #expect(wrongSecret.errors.contains("must be of one application of this very environment"))
    let wrongScope = try await Self.added(server, "--scope", "wrong").run("profiles", "test", "acme")
    #expect(wrongScope.status == 77 && wrongScope.errors.contains("names no context"))
    let opx = try OpxProcess(environment: ["S": "x"])
    _ = try await opx.run(
      "profiles", "add", "off", "--auth-url", "http://127.0.0.1:1", "--api-url", "http://127.0.0.1:1", "--client-id",
      "me", "--secret-env", "S")
    let off = try await opx.run("profiles", "test", "off")
    #expect(off.status == 69 && off.errors.contains("connection refused at http://127.0.0.1:1"))
  }

  @Test("--json tells what each step came to")
  func testJSON() async throws {
    let server = try await Self.platform()
    let opx = try await Self.added(server)
    let outcome = try await opx.run("profiles", "test", "acme", "--json")
    let root = try #require(JSONDocument(outcome.output).root)
    #expect(root["countries"]?.text == "1" && root["token"]?["scope"]?.string == "aspspinformation private")
    let list = try #require(JSONDocument(try await opx.run("profiles", "list", "--json").output).root)
    let acme = try #require(list.elements.first { $0["name"]?.string == "acme" })
    #expect(acme["secret"]?["kind"]?.string == "file" && acme["token_expires_at"]?.kind == .string)
  }

  @Test("OPX_PROFILE and other settings of a connection contradict each other, both named")
  func contradiction() async throws {
    let opx = try OpxProcess(environment: ["OPX_PROFILE": "acme", "OPX_CLIENT_ID": "x"])
    let outcome = try await opx.run("countries")
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("opx: OPX_PROFILE acme and OPX_CLIENT_ID exclude each other"))
  }

  @Test("A broken profile is told and left out; asked for, it is wrong configuration; the others work")
  func broken() async throws {
    let opx = try OpxProcess()
    try opx.home.write("profiles:\n  acme:\n    enviroment: sandbox\n", to: "config/opx/profiles.yaml")
    let others = try await opx.run("countries")
    #expect(others.status == 0 && others.errors.contains("profiles.yaml:3:5: unknown key \"enviroment\""))
    let asked = try await opx.run("countries", "--profile", "acme")
    #expect(asked.status == 78 && asked.errors.contains("did you mean \"environment\"?"))
  }

  @Test("A default that can't be used is wrong configuration, never another profile; the list is shown all the same")
  func brokenDefault() async throws {
    var opx = try OpxProcess()
    try opx.home.write("default: acme\nprofiles:\n  acme:\n    enviroment: sandbox\n", to: "config/opx/profiles.yaml")
    let called = try await opx.run("countries")
    #expect(called.status == 78 && called.output.isEmpty)
    #expect(called.errors.contains("the default profile acme can't be used") && called.errors.contains(":4:5: "))
    for command in [["profiles"], ["profiles", "show"]] {
      let outcome = try await opx.run(command)
      #expect(outcome.status == 0 && outcome.text.contains("sandbox"), "\(outcome.errors)")
    }
    opx.environment["OPX_PROFILE"] = "typo"
    let list = try await opx.run("profiles", "list")
    #expect(list.status == 0 && list.errors.contains("there is no profile \"typo\""))
    #expect(try await opx.run("countries").status == 64)
  }

  @Test(
    "A default that is no name is wrong configuration, and so is a file that can't be read; the sandbox isn't asked")
  func untoldDefault() async throws {
    let opx = try OpxProcess()
    for (text, words) in [
      ("default: [a]\nprofiles:\n  a: {environment: built-in}\n", ":1:10: default must be the name of one profile"),
      ("default: a\n\tprofiles:\n", "profiles.yaml:2:1: found"),
    ] {
      try opx.home.write(text, to: "config/opx/profiles.yaml")
      let called = try await opx.run("countries")
      #expect(called.status == 78 && called.output.isEmpty && called.errors.contains(words), "\(called.errors)")
      #expect(called.errors.contains("the default profile can't be told"))
      #expect(try await opx.run("profiles").status == 0)
    }
  }

  @Test("A file from another system keeps its lines and its mark; what can't be changed alone is left as it is")
  func oddFiles() async throws {
    let opx = try OpxProcess()
    let lines = [
      "default: acme", "profiles:", "  acme:", "    environment: sandbox", "    client_id: one",
      "    secret_file: a.key",
    ]
    for mark in ["", "\u{FEFF}"] {
      let text = mark + lines.map { "\($0)\r\n" }.joined()
      try opx.home.write(text, to: "config/opx/profiles.yaml")
      #expect(try await opx.run("profiles", "use", "sandbox").status == 0)
      #expect(try await opx.run("profiles", "add", "b", "--environment", "built-in").status == 0)
      let changed = text.replacing("default: acme", with: "default: sandbox") + "  b:\r\n    environment: built-in\r\n"
      #expect(try opx.home.files { $0 == Data(changed.utf8) } == ["config/opx/profiles.yaml"])
    }
    let text = "profiles: {a: &a {environment: built-in}, b: *a}"
    try opx.home.write(text, to: "config/opx/profiles.yaml")
    for arguments in [
      ["remove", "a"], ["add", "c", "--environment", "built-in"],
      ["add", "a", "--environment", "built-in", "--replace"],
    ] {
      let outcome = try await opx.run(["profiles"] + arguments)
      #expect(
        outcome.status == 78 && outcome.errors.contains("nothing was changed") && outcome.errors.contains("by hand"))
    }
    #expect(try opx.home.files { $0 == Data(text.utf8) } == ["config/opx/profiles.yaml"])
  }

  @Test("A byte order mark before a secret is not sent", arguments: ["--client-secret-stdin", "variable"])
  func markedSecret(way: String) async throws {
    let server = try await Self.platform()
    let opx = try await Self.added(server, secret: "\u{FEFF}" + Self.secret)
    #expect(try await opx.run("countries", "--profile", "acme").text == "SE\tSweden\n")
    let place = ["countries", "--auth-url", server.origin, "--api-url", server.origin, "--client-id", "me"]
    let isInput = way == "--client-secret-stdin"
    let other = try OpxProcess(environment: isInput ? [:] : ["OPX_CLIENT_SECRET": "\u{FEFF}\(Self.secret)"])
    let outcome = try await other.run(place + (isInput ? [way] : []), input: "\u{FEFF}\(Self.secret)\r\n")
    #expect(outcome.text == "SE\tSweden\n", "\(outcome.errors)")
  }

  @Test(
    "Aliases of aliases keep nobody waiting", arguments: ["config.yaml", "profiles.yaml", "keys.yaml", "themes/a.yaml"])
  func aliases(file: String) async throws {
    let levels = (0..<9).map { level in
      let item = level == 0 ? "x" : "*a\(level - 1)"
      return "\(level): &a\(level) [\(Array(repeating: item, count: 9).joined(separator: ","))]\n"
    }
    let opx = try OpxProcess()
    try opx.home.write(levels.joined() + "? *a8\n: x\n", to: "config/opx/\(file)")
    for command in ["countries", "profiles", "keys", "themes"] {
      let outcome = try await opx.run(command, limit: 10)
      #expect([0, 78].contains(outcome.status), "\(command) \(outcome.end)")
    }
    let told = try await opx.run(
      [file == "keys.yaml" ? "keys" : file.hasPrefix("themes") ? "themes" : "countries"], limit: 10)
    #expect(told.status == 78 && told.errors.contains("\(file):5:"), "\(told.errors)")
  }

  @Test("--scope and --dialect count for the default as for a profile that is named")
  func defaultsOptions() async throws {
    let server = try await Self.platform()
    let opx = try await Self.added(server, "--default")
    #expect(try await opx.run("countries", "--scope", "wrong").status == 77)
    let dialect = try await opx.run("countries", "--dialect", "seed")
    #expect(dialect.status == 64)
    #expect(dialect.errors.hasPrefix("opx: the default profile acme and --dialect seed exclude each other"))
  }

  @Test("Without a terminal no secret goes to the hosts of 2019")
  func abandoned() async throws {
    let opx = try OpxProcess(environment: ["S": "x"])
    _ = try await opx.run(
      "profiles", "add", "old", "--environment", "sandbox-2019", "--client-id", "me", "--secret-env", "S")
    for command in [["countries", "--profile", "old"], ["token", "--profile", "old"], ["profiles", "test", "old"]] {
      let outcome = try await opx.run(command)
      #expect(outcome.status == 78 && outcome.errors.contains("may have changed hands"), "\(command)")
    }
  }

  @Test("export-env hands a profile on to a shell")
  func exported() async throws {
    let server = try await Self.platform()
    let opx = try await Self.added(server)
    let text = try await opx.run("profiles", "export-env", "acme").text
    #expect(text.contains("export OPX_CLIENT_SECRET='\(Self.secret)'\n"))
    #expect(text.contains("export OPX_AUTH_URL='\(server.origin)'\n"))
    #expect(try await opx.run("profiles", "export-env", "sandbox").status == 64)
    var again = opx
    again.environment = ["OPX_AUTH_URL": "https://a.test", "OPX_CLIENT_ID": "x", "OPX_CLIENT_SECRET": "y"]
    #expect(try await again.run("profiles", "export-env", "acme").text == text, "whatever was exported before")
  }

  @Test("A certificate is found wherever the next run begins, its home folder included")
  func certificate() async throws {
    let server = try await Self.platform()
    let opx = try await Self.added(server, "--client-cert", "own.p12", "--client-key", "~/key.pem")
    let text = String(
      decoding: try #require(FileManager.default.contents(atPath: "\(opx.home.path)/config/opx/profiles.yaml")),
      as: UTF8.self)
    #expect(text.contains("client_cert: \(FileManager.default.currentDirectoryPath)/own.p12\n"))
    #expect(text.contains("client_key: \"~/key.pem\"\n"))
    let outcome = try await opx.run("countries", "--profile", "acme")
    #expect(outcome.status == 78 && outcome.errors.contains("own.p12"), "\(outcome.errors)")
  }

  @Test("A secret of several lines, or of what is no text, is not kept", arguments: ["a\nb", "", "a\0b", "a\r"])
  func unusableInput(input: String) async throws {
    let opx = try OpxProcess()
    let outcome = try await opx.run(
      ["profiles", "add", "acme", "--environment", "sandbox", "--client-id", "me", "--secret-stdin"], input: input)
    #expect(outcome.status == 78 && outcome.errors.contains("standard input "), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("; pipe the secret alone to it, as one line\n"), "\(outcome.errors)")
    #expect(try opx.home.files { $0.contains(Data("acme".utf8)) } == [])
  }

  @Test("What can't be done is refused before the secret is asked for, or read")
  func refusedBefore() async throws {
    let opx = try OpxProcess()
    let sandbox = ["--environment", "sandbox", "--client-id", "me", "--secret-stdin"]
    #expect(try await opx.run(["profiles", "add", "acme"] + sandbox, input: "s3cr3t").status == 0)
    let addresses = ["--auth-url", "http://other.test", "--api-url", "https://b.test", "--client-id", "me"]
    for (arguments, status, words) in [
      (["acme"] + sandbox, 78, "there is a profile acme already"), (["a b"] + sandbox, 78, "the name \"a b\""),
      (["sandbox"] + sandbox, 78, "the name \"sandbox\""), (["b", "--secret-stdin"] + addresses, 64, "--auth-url"),
    ] as [([String], Int32, String)] {
      // Nobody ever writes to it.
      let input = DescriptorPair.pipe()
      let errors = DescriptorPair.pipe()
      let child = try opx.start(
        ["profiles", "add"] + arguments, descriptors: [input.reading, errors.writing, errors.writing])
      close(errors.writing)
      #expect(await child.wait(limit: 20).status == status)
      #expect(await errors.read().contains(words))
      for descriptor in [input.reading, input.writing, errors.reading] { close(descriptor) }
    }
    #expect(try await opx.run(["profiles", "add", "acme", "--replace"] + sandbox, input: "an0ther").status == 0)
  }

  @Test(
    "A variable that opx reads itself is refused as the secret's place",
    arguments: ["OPX_CLIENT_SECRET", "OPX_AUTH_URL", "OPX_PROFILE", "A=B"])
  func ownVariable(name: String) async throws {
    let outcome = try await OpxProcess().run(
      "profiles", "add", "acme", "--environment", "sandbox", "--client-id", "me", "--secret-env", name)
    #expect(outcome.status == 64 && outcome.errors.contains("--secret-env "), "\(outcome.errors)")
  }

  @Test("A removed profile takes its secret along")
  func removed() async throws {
    let server = try await Self.platform()
    let opx = try await Self.added(server)
    #expect(try await opx.run("profiles", "remove", "acme").status == 0)
    #expect(try opx.home.files { $0.contains(Data(Self.secret.utf8)) } == [])
    let again = try await opx.run("profiles", "remove", "acme")
    #expect(
      again.status == 78 && again.errors == "opx: nothing was changed: there is no profile \"acme\" in profiles.yaml\n")
  }

  @Test(
    "What adds up to no profile is wrong usage",
    arguments: [
      ["acme"], ["acme", "--environment", "sandbox"], ["acme", "--environment", "custom", "--client-id", "x"],
      ["acme", "--environment", "sandbox", "--client-id", "x", "--secret-env", "A", "--secret-file", "b"],
      ["acme", "--environment", "sandbox", "--client-id", "x"],
      ["acme", "--environment", "sandbox", "--client-id", "x", "--secret-env", "A", "--client-key", "k.pem"],
      ["acme", "--auth-url", "https://a.test", "--client-id", "x", "--secret-env", "A"],
      ["acme", "--environment", "nowhere", "--client-id", "x", "--secret-env", "A"],
    ])
  func usage(arguments: [String]) async throws {
    let opx = try OpxProcess()
    #expect(try await opx.run(["profiles", "add"] + arguments).status == 64)
    #expect(!FileManager.default.fileExists(atPath: "\(opx.home.path)/config/opx/profiles.yaml"))
  }
}

extension TemporaryFolder {
  /// The files below it whose content fits, by their paths from here.
  fileprivate func files(where fits: (Data) -> Bool) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { FileManager.default.contents(atPath: "\(path)/\($0)").map(fits) ?? false }.sorted()
  }

  /// What was typed for the runs so far.
  fileprivate func removeInputs() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasSuffix(".in") {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
  }
}
