import Foundation
import Glibc
import OpenPayments
import Testing

@testable import ExplorerStorage

/// The files of typed secrets, which are nobody's to lose.
struct ProfileSecretTests {
  private let folder = Folder()
  private var path: String { folder.path("profiles.yaml") }
  private var store: ProfileStore {
    ProfileStore(path: path, secrets: folder.path("secrets"), home: folder.path(""))
  }

  private func typed(_ name: String) throws -> Profile {
    Profile(
      name: name, environment: try #require(Preset.sandbox.environment),
      application: Application(clientID: "id", secret: .given(Secret("new"))), dialect: .psd2)
  }

  /// A file with the profile `acme`, whose secret opx keeps, and other lines.
  private func write(_ others: String...) {
    folder.write(
      "profiles:\n  acme:\n    environment: sandbox\n    client_id: a\n    secret_file: secrets/acme\n"
        + others.map { "\($0)\n" }.joined(), to: "profiles.yaml")
    folder.write("old\n", to: "secrets/acme", mode: 0o600)
    try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path("secrets"))
  }

  @Test(
    "What another entry speaks of stays, whatever is wrong with that and however it spells it",
    arguments: [
      "  bad:\n    enviroment: x\n    secret_file: secrets/acme", "  bad: {secret_fil: secrets/acme}",
      "  bad:\n    secret_file: secrets/../secrets/./acme", "  bad: [secrets//acme]", "other: ~/secrets/acme",
      "  ok:\n    environment: built-in\n    client_cert: c.pem\n    client_cert_password_file: ./secrets/acme",
      "  bad: {secret_file: link}", "  bad: {secret_file: shortcut/acme}",
    ])
  func spoken(other: String) throws {
    write(other)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("secrets/acme"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("shortcut"), withDestinationPath: folder.path("secrets"))
    let replaced = try store.apply(.replace(name: "acme", with: typed("acme"), secret: Secret("new")))
    #expect(folder.text("secrets/acme") == "old\n")
    #expect(replaced.profiles.first?.application?.secret == .file(folder.path("secrets/acme-2")))
    #expect(folder.text("secrets/acme-2") == "new\n")
    write(other)
    _ = try store.apply(.remove(name: "acme"))
    #expect(folder.text("secrets/acme") == "old\n")
  }

  @Test(
    "A secret stays that a command reads, wherever its path stands among other words",
    arguments: [
      ("[sh, -c, \"cat FOLDER/secrets/acme\"]", true), ("[tool, '--file=secrets/acme', x]", true),
      ("[cat, secrets/acme-2]", false), ("[cat, 'secrets/acmes | x']", false),
    ])
  func read(command: String, stays: Bool) throws {
    let words = command.replacing("FOLDER", with: folder.path(""))
    write("  b:", "    environment: sandbox", "    client_id: b", "    secret_command: \(words)")
    _ = try store.apply(.remove(name: "acme"))
    #expect(folder.text("secrets/acme") == (stays ? "old\n" : nil))
  }

  @Test("A profile that is replaced by itself stays as it was written, comments and all")
  func same() throws {
    let before =
      "profiles:\n  acme: # mine\n    environment: sandbox # here\n    # inside\n    client_id: 'a'\n    secret_file: secrets/acme\n"
    folder.write(before, to: "profiles.yaml")
    folder.write("old\n", to: "secrets/acme", mode: 0o600)
    let acme = try #require(store.read().profiles.first)
    _ = try store.apply(.replace(name: "acme", with: acme, secret: nil))
    #expect(folder.text("profiles.yaml") == before && folder.text("secrets/acme") == "old\n")
  }

  @Test(
    "A secret that can't be removed is told with its place, whether its profile goes or is replaced")
  func stuck() throws {
    var store = store
    store.secrets.delete = { (file) throws(OwnFileError) in throw OwnFileError(file.path, .unremovable(EACCES)) }
    func words(_ name: String) -> String {
      "the secret could not be removed: \(folder.path("secrets/\(name)")) is still there (Permission denied); remove it yourself"
    }
    write()
    let removed = try store.apply(.remove(name: "acme"))
    #expect(removed.profiles.isEmpty && removed.problems.map(\.description) == [words("acme")])
    let back = try store.apply(.restore(try #require(removed.removed)))
    #expect(back.problems.isEmpty)
    let replaced = try store.apply(.replace(name: "acme", with: typed("acme"), secret: Secret("new")))
    #expect(replaced.problems.map(\.description) == [words("acme")])
    #expect(folder.text("secrets/acme") == "old\n" && folder.text("secrets/acme-2") == "new\n")
  }

  @Test(
    "A secret that others can read stays, which is told, whether its profile goes or is replaced",
    arguments: [true, false])
  func openToOthers(isRemoved: Bool) throws {
    write()
    chmod(folder.path("secrets/acme"), 0o644)
    let list = try store.apply(
      isRemoved ? .remove(name: "acme") : .replace(name: "acme", with: typed("acme"), secret: Secret("new")))
    let problem = try #require(list.problems.first?.description)
    #expect(problem.contains("was not removed: \(folder.path("secrets/acme")) can be changed or read by others"))
    #expect(folder.text("secrets/acme") == "old\n" && list.removed?.secret == nil)
  }

  @Test("What nothing speaks of goes, though its profile could not be used or spelled it oddly")
  func unspoken() throws {
    for path in ["secrets/acme", "secrets/../secrets/acme", "~/secrets/acme", folder.path("secrets//acme")] {
      folder.write("profiles:\n  acme:\n    enviroment: x\n    secret_file: \(path)\n", to: "profiles.yaml")
      folder.write("old\n", to: "secrets/acme", mode: 0o600)
      let removed = try #require(try store.apply(.remove(name: "acme")).removed)
      #expect(folder.text("secrets/acme") == nil, "\(path)")
      _ = try store.apply(.restore(removed))
      #expect(folder.text("secrets/acme") == "old\n" && folder.mode("secrets/acme") == 0o600)
    }
  }

  @Test(
    "Only a plain file right in the folder is opx's to remove",
    arguments: [
      "secrets/../../x", "secrets/../x", "secrets/deep/x", "x", "secrets", "secrets/", "secrets/.", "secrets/link",
    ])
  func foreign(path: String) throws {
    write()
    for name in ["x", "secrets/deep/x"] { folder.write("theirs\n", to: name, mode: 0o600) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("secrets/link"), withDestinationPath: folder.path("x"))
    folder.write(
      "profiles:\n  b:\n    environment: sandbox\n    client_id: a\n    secret_file: \(path)\n", to: "profiles.yaml")
    _ = try store.apply(.remove(name: "b"))
    #expect(folder.text("x") == "theirs\n" && folder.text("secrets/deep/x") == "theirs\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("secrets/link")) == folder.path("x"))
  }

  @Test("A change that can't be made leaves the secrets as they were")
  func refused() throws {
    // What stands there can't be told apart from what would come after it.
    write("  last:\n    environment: built-in\n    notes: |\n      text")
    let text = try #require(folder.text("profiles.yaml")?.dropLast())
    folder.write(String(text), to: "profiles.yaml")
    #expect(throws: ConfigurationError.self) { try store.apply(.add(typed("b"), secret: Secret("new"))) }
    #expect(folder.text("secrets/b") == nil && folder.text("profiles.yaml") == String(text))
    write("  b: &b {environment: built-in}", "  c: *b")
    let before = folder.text("profiles.yaml")
    #expect(throws: ConfigurationError.self) {
      try store.apply(.replace(name: "b", with: typed("acme"), secret: Secret("new")))
    }
    #expect(throws: ConfigurationError.self) {
      try store.apply(.replace(name: "b", with: typed("b"), secret: Secret("new")))
    }
    #expect(folder.text("profiles.yaml") == before && folder.text("secrets/acme") == "old\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("secrets")) == ["acme"])
  }

  @Test("A file that can't be written leaves the secrets as they were")
  func unwritable() throws {
    write()
    // Its folder's path leaves no room for the name of a draft in it.
    var deep = folder.path("deep")
    while deep.utf8.count < 4070 { deep += "/" + String(repeating: "x", count: min(4070 - deep.utf8.count, 200)) }
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    let target = "\(deep)/y"
    try FileManager.default.moveItem(atPath: path, toPath: target)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    let before = folder.text("profiles.yaml")
    for change: ProfileChange in [
      .add(try typed("b"), secret: Secret("new")), .remove(name: "acme"),
      .replace(name: "acme", with: try typed("acme"), secret: Secret("new")),
    ] {
      let error = #expect(throws: ConfigurationError.self) { try store.apply(change) }
      #expect(error?.description.contains("can't be written") == true)
      #expect(folder.text("profiles.yaml") == before && folder.text("secrets/acme") == "old\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("secrets")) == ["acme"])
    }
  }

  @Test("No file is written over, and none made that another profile waits for")
  func names() throws {
    write("  waits: {secret_file: secrets/b}", "  waits-too: {secret_file: secrets/../secrets/b-2}")
    folder.write("somebody's\n", to: "secrets/b-3", mode: 0o600)
    let list = try store.apply(.add(typed("b"), secret: Secret("new")))
    #expect(list.profiles.last?.application?.secret == .file(folder.path("secrets/b-4")))
    #expect(folder.text("secrets/b-3") == "somebody's\n")
  }

  @Test("A removed profile does not come back over the secret of another one")
  func occupied() throws {
    write()
    let removed = try #require(try store.apply(.remove(name: "acme")).removed)
    folder.write("another\n", to: "secrets/acme", mode: 0o600)
    let before = folder.text("profiles.yaml")
    #expect(throws: ConfigurationError.self) { try store.apply(.restore(removed)) }
    #expect(folder.text("secrets/acme") == "another\n" && folder.text("profiles.yaml") == before)
  }

  @Test("A file that can't be read as a whole costs no secret")
  func unreadable() throws {
    for text in ["profiles:\n\tacme: x\n", "- acme\n", "profiles: {acme: {secret_file: secrets/acme}}\n"] {
      write()
      folder.write(text, to: "profiles.yaml")
      for change: ProfileChange in [
        .remove(name: "acme"), .replace(name: "acme", with: try typed("acme"), secret: Secret("new")),
        .add(try typed("acme"), secret: Secret("new")),
      ] {
        #expect(throws: ConfigurationError.self) { try store.apply(change) }
        #expect(folder.text("secrets/acme") == "old\n" && folder.text("profiles.yaml") == text)
      }
    }
  }
}
