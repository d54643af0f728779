import Foundation
import Glibc
import Testing

@testable import ExplorerStorage

@Suite("Files of one's own")
struct OwnFileTests {
  private let folder = Folder()
  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(""))) ?? []).sorted()
  }

  private func file(_ name: String) -> OwnFile { OwnFile(folder.path(name)) }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
  }

  private func reason(_ work: () throws -> Void) -> OwnFileError.Reason? {
    do { try work() } catch { return (error as? OwnFileError)?.reason }
    return nil
  }

  @Test("a file is written whole, closed to others, and nothing lies beside it")
  func writing() throws {
    try file("a").write([1, 2, 3])
    folder.write("old", to: "b", mode: 0o644)
    try file("b").write([4])
    #expect(try file("a").read(limit: 3) == [1, 2, 3] && file("b").read(limit: 3) == [4])
    #expect(folder.mode("a") == 0o600 && folder.mode("b") == 0o600)
    #expect(try file("c").read(limit: 3) == nil)
    #expect(names == ["a", "b"])
  }

  @Test("a link keeps leading where it leads, over several links and out of folders")
  func links() throws {
    folder.write("one", to: "dotfiles/real", mode: 0o600)
    try link("middle", to: "dotfiles/real")
    try link("first", to: folder.path("middle"))
    #expect(try file("first").read(limit: 9) == Array("one".utf8))
    try file("first").write(Array("two".utf8))
    #expect(folder.text("dotfiles/real") == "two")
    #expect(SymbolicLink.target(of: folder.path("first")) == folder.path("middle"))
    try file("first").setAside()
    #expect(folder.text("dotfiles/real.damaged") == "two" && names == ["dotfiles", "first", "middle"])
  }

  @Test("what a dangling link leads to is made where there is a folder for it; where there is none, that is said")
  func dangling() throws {
    try link("near", to: "target")
    #expect(reason { _ = try file("near").read(limit: 1) } == .leadsNowhere(folder.path("target")))
    try file("near").write([1])
    #expect(folder.text("target") == "\u{1}" && SymbolicLink.target(of: folder.path("near")) == "target")
    try link("far", to: "no/such")
    #expect(reason { try file("far").write([1]) } == .leadsNowhere(folder.path("no/such")))
    #expect(SymbolicLink.target(of: folder.path("far")) == "no/such")
    try link("circle", to: "circle")
    #expect(reason { _ = try file("circle").read(limit: 1) } == .unreadable(ELOOP))
    #expect(reason { try file("circle").write([1]) } == .unreadable(ELOOP))
    let error = OwnFileError("/s/places.json", .leadsNowhere("/d/x"))
    #expect("\(error)" == "/s/places.json is a link to /d/x, which is not there; make that, or remove the link")
  }

  @Test("what is no file of one's own is told apart from none, and never replaced", .timeLimit(.minutes(1)))
  func others() throws {
    try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: false)
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    try link("device", to: "/dev/null")
    for name in ["folder", "pipe", "device"] {
      #expect(reason { _ = try file(name).read(limit: 9) } == .notAFile, "\(name)")
      #expect(reason { try file(name).write([1]) } == .notAFile, "\(name)")
    }
    folder.write("secret", to: "open", mode: 0o640)
    #expect(reason { _ = try file("open").read(limit: 9) } == .openToOthers)
    #expect(try file("open").read(limit: 9, isSecret: false) == Array("secret".utf8))
    #expect(reason { _ = try file("open").read(limit: 5, isSecret: false) } == .tooLarge(5))
    // Opening goes well, and reading fails.
    #expect(reason { _ = try OwnFile("/proc/self/mem").read(limit: 9) } == .unreadable(EIO))
    #expect(names == ["device", "folder", "open", "pipe"])
    #expect("\(OwnFileError("/x", .unreadable(EACCES)))" == "/x can't be read (Permission denied)")
  }

  @Test("a new file takes the place of nothing")
  func creating() throws {
    try file("new").create([1])
    try link("link", to: "nowhere")
    for name in ["new", "link"] { #expect(reason { try file(name).create([2]) } == .exists) }
    #expect(try file("new").read(limit: 9) == [1] && folder.text("nowhere") == nil)
    #expect(names == ["link", "new"])
  }

  @Test("what is put aside never takes the place of what was put aside before")
  func aside() throws {
    for text in ["one", "two", "three"] {
      folder.write(text, to: "f")
      try file("f").setAside()
    }
    #expect(folder.text("f.damaged") == "one" && folder.text("f.damaged-2") == "two")
    #expect(folder.text("f.damaged-3") == "three" && folder.text("f") == nil)
    try file("f").setAside()
  }

  @Test("folders are made closed to others, with all that they lie in, and links to one's own will do")
  func folders() throws {
    try OwnFolder(folder.path("a/b")).make()
    #expect(folder.mode("a") == 0o700 && folder.mode("a/b") == 0o700)
    chmod(folder.path("a"), 0o755)
    try link("own", to: "a")
    try OwnFolder(folder.path("own")).make(closes: false)
    #expect(folder.mode("a") == 0o755)
    try OwnFolder(folder.path("own")).make()
    #expect(folder.mode("a") == 0o755, "it may be there for something else")
    chmod(folder.path("a"), 0o775)
    #expect(reason { try OwnFolder(folder.path("own")).make() } == .folderOpenToOthers)
    #expect(folder.mode("a") == 0o775)
    try OwnFolder(folder.path("a")).make()
    #expect(folder.mode("a") == 0o700)
    try link("dangling", to: "nowhere")
    for path in ["dangling", "dangling/opx", "dangling/x/y"] {
      #expect(reason { try OwnFolder(folder.path(path)).make() } == .leadsNowhere("nowhere"), "\(path)")
      #expect(reason { try OwnFolder(folder.path(path)).check() } == .leadsNowhere("nowhere"), "\(path)")
    }
    folder.write("text", to: "file")
    #expect(reason { try OwnFolder(folder.path("file")).make() } == .notAFolder)
    #expect(reason { try OwnFolder(folder.path("file/x")).make() } == .notMade(ENOTDIR))
    #expect(reason { try OwnFolder("/dev/null/x").checkWritable() } != nil)
    #expect(folder.text("nowhere") == nil)
  }

  @Test("somebody else's folder is not used, straight or by a link", .enabled(if: geteuid() == 0))
  func foreign() throws {
    try OwnFolder(folder.path("theirs")).make()
    #expect(chown(folder.path("theirs"), 65_534, 65_534) == 0)
    try link("link", to: folder.path("theirs"))
    #expect(reason { try OwnFolder(folder.path("theirs")).make() } == .foreign)
    #expect(reason { try OwnFolder(folder.path("link")).make() } == .leadsToOthers(folder.path("theirs")))
    folder.write("x", to: "theirs/f", mode: 0o600)
    #expect(chown(folder.path("theirs/f"), 65_534, 65_534) == 0)
    try link("file", to: folder.path("theirs/f"))
    #expect(reason { _ = try file("file").read(limit: 9) } == .leadsToOthers(folder.path("theirs/f")))
    #expect(reason { try file("file").write([1]) } == .leadsToOthers(folder.path("theirs/f")))
    #expect(lchown(folder.path("link"), 65_534, 65_534) == 0)
    #expect(chown(folder.path("theirs"), 0, 0) == 0)
    #expect(reason { try OwnFolder(folder.path("link")).make() } == .leadsToOthers(folder.path("theirs")))
    #expect(folder.text("theirs/f") == "x")
  }
}
