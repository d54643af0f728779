import Foundation
import Glibc
import OpenPayments
import Testing

@testable import ExplorerStorage

@Suite("What is kept between runs, wherever it lies")
struct StateFolderTests {
  private let folder = Folder()
  private var paths: Paths {
    let bases = ["CONFIG", "STATE", "CACHE", "DATA"].map { ("XDG_\($0)_HOME", folder.path($0.lowercased())) }
    return Paths(environment: Dictionary(uniqueKeysWithValues: bases))
  }
  private var problems: [String] { paths.problems(history: true).map { "\($0)" } }

  private func link(_ name: String, to target: String) throws {
    let parent = OwnFolder(of: folder.path(name)).path
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: folder.path(target))
  }

  @Test("marks and the history are kept in folders that links of one's own lead to")
  func linkedFolders() async throws {
    for name in ["state", "data"] {
      try OwnFolder(folder.path("disk/\(name)")).make()
      try link("\(name)/opx", to: "disk/\(name)")
    }
    #expect(problems.isEmpty)
    #expect(PlacesFile(path: paths.places).setMark("a", "se") == nil)
    #expect(PlacesFile(path: folder.path("disk/state/places.json")).read().marks == ["a": "se"])
    try await HistoryStore(path: paths.history).write(.sample())
    #expect(folder.mode("disk/data/history.sqlite") == 0o600)
    #expect(try await HistoryStore(path: paths.history).ids().count == 1)
  }

  @Test("what lies in a folder that a link leads to is kept there, unless others can change that folder")
  func linkedParents() async throws {
    for name in ["state", "cache"] {
      try OwnFolder(folder.path("disk/\(name)")).make()
      try FileManager.default.createSymbolicLink(
        atPath: folder.path(name), withDestinationPath: folder.path("disk/\(name)"))
    }
    try link("cache/opx", to: "disk/tokens")
    try OwnFolder(folder.path("disk/tokens")).make()
    #expect(problems.isEmpty)
    #expect(PlacesFile(path: paths.places).setMark("a", "se") == nil)
    #expect(FileManager.default.fileExists(atPath: folder.path("disk/state/opx/places.json")))
    for (name, mode) in [("disk/state", 0o777), ("disk/tokens", 0o770)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path(name))
    }
    let open = ["state", "cache/opx"].map {
      "\(folder.path($0)) is a link to a folder that others can change; chmod 700 \(folder.path($0))"
    }
    #expect(problems == open)
    #expect(PlacesFile(path: paths.places).setMark("b", "no").map { "\($0)" } == open[0])
    let key = TokenKey(
      auth: try BaseURL("https://auth.test"),
      credentials: Credentials(clientID: "c", clientSecret: Secret("s3cret"), scopes: []))
    let token = StoredToken(value: Secret("t"), grantedScopes: nil, issuedAt: Date(), expiresAt: Date() + 60)
    await TokenFiles(folder: paths.tokens).withToken(for: key) { $0 = token }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("disk/tokens")).isEmpty)
    #expect(folder.mode("disk/tokens") == 0o770)
  }

  @Test("somebody else's folder is not used through a link to what it lies in", .enabled(if: geteuid() == 0))
  func foreignParent() throws {
    try OwnFolder(folder.path("theirs/opx")).make()
    #expect(chown(folder.path("theirs"), 1, 1) == 0)
    try FileManager.default.createSymbolicLink(atPath: folder.path("state"), withDestinationPath: folder.path("theirs"))
    let words = "\(folder.path("state")) is a link to \(folder.path("theirs")), which is not yours"
    #expect(PlacesFile(path: paths.places).setMark("a", "se")?.description.hasPrefix(words) == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("theirs/opx")).isEmpty)
  }

  @Test("a link that leads nowhere is told, and stays")
  func dangling() async throws {
    for name in ["state", "data", "cache"] { try link("\(name)/opx", to: "unmounted/\(name)") }
    let nowhere = ["state", "cache", "data"].map { name in
      """
      \(folder.path("\(name)/opx")) is a link to \(folder.path("unmounted/\(name)")), which is not there; make that, \
      or remove the link
      """
    }
    #expect(problems == nowhere)
    #expect(paths.misplacedFolders.map { "\($0)" } == Array(nowhere.prefix(2)))
    #expect(PlacesFile(path: paths.places).setMark("a", "se").map { "\($0)" } == nowhere[0])
    let error = await #expect(throws: HistoryError.self) {
      try await HistoryStore(path: paths.history).write(.sample())
    }
    #expect(error?.description == nowhere[2] && error?.isOfFolder == true)
    #expect(!FileManager.default.fileExists(atPath: folder.path("unmounted")))
    #expect(!HostConsents(path: paths.hostConsents).add(["h"]))
  }

  @Test("a kept file that is a link is read and written where it leads; one that can't be used is told")
  func linkedFiles() throws {
    folder.write(#"{"marks":{"a":"se"},"last":{}}"#, to: "dotfiles/marks", mode: 0o644)
    try link("state/opx/places.json", to: "dotfiles/marks")
    try link("state/opx/theme.json", to: "no/such")
    folder.write("{}", to: "state/opx/panes.json/file")
    folder.write("{broken", to: "state/opx/profile-uses.json", mode: 0o600)
    let places = PlacesFile(path: paths.places)
    #expect(places.read().marks == ["a": "se"])
    #expect(places.setMark("b", "no") == nil)
    #expect(folder.text("dotfiles/marks")?.contains(#""b":"no""#) == true)
    #expect(SymbolicLink.target(of: paths.places) == folder.path("dotfiles/marks"))
    ThemeChoiceFile(path: paths.themeChoice).note(ThemeChoice(dark: "nord", light: "light"))
    #expect(SymbolicLink.target(of: paths.themeChoice) == folder.path("no/such"))
    #expect(
      problems == [
        "\(paths.profileUses) is damaged; it counts as empty, and is put aside with the next change",
        "\(paths.themeChoice) is a link to \(folder.path("no/such")), which is not there; make that, or remove the link",
        "\(paths.arrangement) is no regular file; move it away",
      ])
  }

  @Test("what a newer program keeps besides stays when a file is changed")
  func unknownMembers() throws {
    folder.write(#"{"new":[1.50,{"x":null}],"dark":"nord","version":7}"#, to: "state/opx/theme.json", mode: 0o600)
    folder.write(#"{"acme":100,"groups":{"a":[]}}"#, to: "state/opx/profile-uses.json", mode: 0o600)
    folder.write(#"{"marks":{},"trails":[[]]}"#, to: "state/opx/places.json", mode: 0o600)
    ThemeChoiceFile(path: paths.themeChoice).note(ThemeChoice(dark: "dark", light: "light"))
    ProfileUses(path: paths.profileUses).note("acme", at: Date(timeIntervalSince1970: 200))
    PlacesFile(path: paths.places).noteLast("se@acme", of: "acme")
    #expect(
      folder.text("state/opx/theme.json")
        == #"{"new":[1.50,{"x":null}],"version":7,"dark":"dark","light":"light","terminal":"dark"}"#)
    #expect(folder.text("state/opx/profile-uses.json") == #"{"groups":{"a":[]},"acme":200}"#)
    #expect(folder.text("state/opx/places.json") == #"{"trails":[[]],"marks":{},"last":{"acme":"se@acme"}}"#)
    #expect(problems.isEmpty)
  }
}
