import ExplorerStorage
import Foundation
import Testing

@Suite("Kept places")
struct PlacesFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/opx-places-" + UUID().uuidString

  @Test("Marks and last places are there again, one does not overwrite the other, and nothing written is nothing kept")
  func keeping() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = PlacesFile(path: "\(folder)/state/places.json")
    #expect(file.read() == Places())
    file.setMark("a", "se/stockholm@acme")
    PlacesFile(path: "\(folder)/state/places.json").noteLast("no@acme", of: "acme")
    file.setMark("b", "de")
    var places = Places()
    places.marks = ["a": "se/stockholm@acme", "b": "de"]
    places.last = ["acme": "no@acme"]
    #expect(file.read() == places)
    let path = "\(folder)/state/places.json"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(file.read() == places, "a restored backup is as good")
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
    #expect(file.read() == Places(), "anybody may have written this")
    try Data("{broken".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(file.read() == Places())
    file.setMark("c", "no")
    #expect(file.read().marks == ["c": "no"])
    #expect(try String(contentsOfFile: "\(path).damaged", encoding: .utf8) == "{broken")
    PlacesFile(path: "/dev/null/places.json").setMark("a", "se")
  }

  @Test("What is done of the guide stays done, whichever run did it")
  func guide() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = GuideProgressFile(path: "\(folder)/getting-started.json")
    #expect(file.read() == GuideProgress())
    file.note(GuideProgress(isPointerDismissed: true))
    file.note(GuideProgress(isRehearsed: true))
    #expect(file.read() == GuideProgress(isPointerDismissed: true, isRehearsed: true))
  }
}
