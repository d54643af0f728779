import Foundation
import Testing

/// The sources as they are, against the picture of them.
@Suite("Folders name each other's types as Sources/README.md says")
struct FolderTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  private static func pictures() throws -> [String: FolderPicture] {
    FolderPicture.all(in: try String(contentsOf: sources.appending(path: "README.md"), encoding: .utf8))
  }

  @Test("Every arrow is in the picture, and none is in it that isn't there")
  func arrows() throws {
    let pictures = try Self.pictures()
    #expect(pictures.count > 4)
    for (name, picture) in pictures.sorted(by: { $0.key < $1.key }) {
      let module = try SourceModule(at: Self.sources.appending(path: name))
      for problem in picture.problems(name, module) { Issue.record("\(problem)") }
    }
  }

  @Test("No way of arrows leads back to where it began")
  func circles() throws {
    for (name, picture) in try Self.pictures() {
      #expect(picture.withoutFloor.isEmpty, "\(name) has a circle in these folders, or below them")
    }
  }
}
