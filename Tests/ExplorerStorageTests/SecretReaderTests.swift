import ExplorerStorage
import Foundation
import OpenPayments
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SecretReaderTests {
  private let folder = Folder()

  private func reader(_ timeLimit: Duration = .seconds(20)) -> SecretReader {
    SecretReader(
      environment: ["SECRET": "s3cr3t", "EMPTY": "", "HOME": folder.path(""), "PATH": "/usr/bin:/bin"],
      timeLimit: timeLimit)
  }

  private func problem(_ source: SecretSource, _ timeLimit: Duration = .seconds(20)) async -> String {
    do throws(ConfigurationError) {
      _ = try await reader(timeLimit).secret(from: source)
      return ""
    } catch {
      #expect(!error.description.contains("s3cr3t"))
      return error.description
    }
  }

  private func script(_ text: String) -> SecretSource { .command(["sh", "-c", text]) }

  @Test("A variable, a file of one's own and a command give the secret, without the line's end")
  func sources() async throws {
    folder.write("s3cr3t+/=\n", to: "own", mode: 0o600)
    let sources: [SecretSource] = [
      .file(folder.path("own")), .file("~/own"), .command(["cat", folder.path("own")]),
      script("echo '{\"client_secret\": \"s3cr3t+/=\", \"x\": 1}'"), .command(["printf", "%s", "s3cr3t+/="]),
    ]
    for source in sources { #expect(try await reader().secret(from: source).reveal() == "s3cr3t+/=") }
    #expect(try await reader().secret(from: .variable("SECRET")).reveal() == "s3cr3t")
  }

  @Test("A command's program may lie in the home folder, too")
  func program() async throws {
    folder.write("#!/bin/sh\necho s3cr3t \"$1\"\n", to: "tell", mode: 0o700)
    #expect(try await reader().secret(from: .command(["~/tell", "~/x"])).reveal() == "s3cr3t ~/x")
  }

  @Test("A file that others can read is refused, and how to mend it is said", arguments: [0o640, 0o604, 0o620])
  func openFile(mode: Int) async {
    folder.write("s3cr3t", to: "open", mode: mode)
    let text = await problem(.file(folder.path("open")))
    #expect(text.contains("others can read") && text.contains("chmod 600 \(folder.path("open"))"))
  }

  @Test("A certificate is had with its passphrase, from the home folder as well")
  func certificate() async throws {
    let source = CertificateSource(file: "~/own.p12", keyFile: "/k.pem", passphrase: .variable("SECRET"))
    let certificate = try await reader().certificate(from: source)
    #expect(
      certificate
        == ClientCertificate(
          file: folder.path("own.p12"), keyFile: "/k.pem", passphrase: Secret("s3cr3t")))
  }

  @Test("What is missing, empty or too much is said, and a secret never repeated")
  func problems() async {
    #expect(await problem(.variable("GONE")) == "the variable GONE, which should hold the secret, is not set")
    #expect(await problem(.variable("EMPTY")).contains("is not set"))
    #expect(await problem(.file(folder.path("gone"))).contains("there is no such file"))
    #expect(await problem(.file(folder.path(""))).contains("is a folder"))
    folder.write("", to: "empty", mode: 0o600)
    #expect(await problem(.file(folder.path("empty"))).contains("is empty"))
    #expect(await problem(script("echo s3cr3t; echo more")).contains("more than one line"))
    #expect(await problem(script("echo '{\"token\": \"s3cr3t\"}'")).contains("without client_secret"))
    #expect(await problem(script(":")).contains("is empty"))
    #expect(await problem(.command(["opx-no-such-program"])).contains("can't be run: No such file"))
    #expect(await problem(.command([])).contains("can't be run"))
    #expect(await problem(script("head -c 100000 /dev/zero")).contains("printed too much"))
    #expect(await problem(script("printf '\\377'")).contains("no text"))
  }

  @Test("What a command complains of is told, unless it printed something as well")
  func complaints() async {
    #expect(await problem(script("echo locked >&2; exit 3")) == "the secret's command sh ended with status 3: locked")
    #expect(
      await problem(script("echo s3cr3t; echo s3cr3t >&2; exit 3")) == "the secret's command sh ended with status 3")
  }

  @Test("A command that takes too long is ended, with what it has started")
  func timeLimit() async {
    #expect(await problem(script("sleep 100 & sleep 100"), .milliseconds(100)).hasSuffix("took too long"))
  }

  @Test("It has no input to wait for, no shell of its own, and is asked once in a run until it is to be forgotten")
  func once() async throws {
    #expect(await problem(.command(["cat"])).contains("is empty"))
    #expect(await problem(script("echo x > /dev/tty")).contains("ended with status"), "the screen is the explorer's")
    #expect(try await reader().secret(from: .command(["printf", "%s", "$HOME;x"])).reveal() == "$HOME;x")
    let counting = script("echo x >> \(folder.path("calls")); echo s3cr3t")
    let reader = reader()
    for _ in 0..<3 { _ = try await reader.secret(from: counting) }
    #expect(folder.text("calls") == "x\n")
    await reader.forget(counting)
    _ = try await reader.secret(from: counting)
    #expect(folder.text("calls") == "x\nx\n")
  }

  @Test("Uses and consents are kept for other processes; damage counts as nothing")
  func stateFiles() {
    let uses = ProfileUses(path: folder.path("state/uses.json"))
    uses.note("a", at: Date(timeIntervalSince1970: 100))
    uses.note("b", at: Date(timeIntervalSince1970: 200))
    #expect(ProfileUses(path: folder.path("state/uses.json")).read()["a"] == Date(timeIntervalSince1970: 100))
    #expect(uses.read().count == 2)
    let consents = HostConsents(path: folder.path("state/hosts.json"))
    #expect(!consents.contains("a.test"))
    #expect(consents.add(["a.test", "b.test"]))
    #expect(consents.contains("a.test") && consents.read() == ["a.test", "b.test"])
    folder.write("{", to: "state/uses.json", mode: 0o600)
    #expect(uses.read().isEmpty)
  }
}
