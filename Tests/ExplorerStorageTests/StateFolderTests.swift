import Foundation
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
