import Testing

@Suite("The picture of a module's folders")
struct FolderPictureTests {
  private static func module(_ texts: KeyValuePairs<String, String>) -> SourceModule {
    SourceModule(texts.map { SourceFile(path: $0.key, text: $0.value) })
  }

  @Test("A picture is read from its block, and nothing beside it")
  func reading() {
    let readme = """
      M: A > C
      ```
      M: A > D
      ```
      ```folders
      M: A > B, (top)
      M: B, (top)
      N: (top)
      ```
      M: A > E
      """
    #expect(
      FolderPicture.all(in: readme) == [
        "M": FolderPicture(arrows: ["A": ["B", "(top)"], "B": [], "(top)": []]),
        "N": FolderPicture(arrows: ["(top)": []]),
      ])
  }

  @Test("A type of another folder that the picture doesn't allow is told with its file")
  func forbidden() {
    let module = Self.module([
      "A/Deep/One.swift": "struct One { let two: Two }", "B/Two.swift": "public final class Two { var top = Top.one }",
      "Top.swift": "@MainActor\nenum Top {}",
    ])
    let picture = FolderPicture(arrows: ["A": ["B"], "B": []])
    #expect(
      picture.problems("M", module) == [
        "M/B/Two.swift names Top of (top); by Sources/README.md B may name no other folder"
      ])
    #expect(
      FolderPicture(arrows: ["A": ["(top)"], "B": ["(top)"]]).problems("M", module) == [
        "M/A/Deep/One.swift names Two of B; by Sources/README.md A may name only (top)",
        "Sources/README.md has M: A > (top), but nothing in A names a type of (top)",
      ])
  }

  @Test(
    "Only a type that one other folder alone declares counts",
    arguments: [
      "// Other\nstruct One {}", "/// ``Other``\nstruct One {}", #"let one = "Other""#, "let one = Some.Other()",
      "struct One { struct Other {} }\nlet one: Other", "let one: Hidden", "let one: Inner", "let one: Twice",
      "let one: otherOther",
    ])
  func innocent(text: String) {
    let module = Self.module([
      "A/One.swift": text, "B/Other.swift": "struct Other { struct Inner {} }\nprivate struct Hidden {}\nenum Twice {}",
      "C/Twice.swift": "actor Twice {}", "A/Same.swift": "let same: One",
    ])
    #expect(FolderPicture().problems("M", module).isEmpty)
  }

  @Test(
    "It counts wherever it stands in the code",
    arguments: [
      "let one: [Other?]", "extension Other {}", "func one<T: Other>(_: T) {}", #"let one = "\(Other.name)""#,
      "let one = M(Other.self)",
    ])
  func counting(text: String) {
    let module = Self.module(["A/One.swift": text, "B/Other.swift": "package protocol Other {}"])
    #expect(module.namings == [.init(file: "A/One.swift", folder: "A", type: "Other", owner: "B")])
  }

  @Test("A circle is found however long it is")
  func circles() {
    #expect(FolderPicture(arrows: ["A": ["B", "C"], "B": ["C"], "C": []]).withoutFloor.isEmpty)
    let circle = FolderPicture(arrows: ["A": ["B"], "B": ["C"], "C": ["D"], "D": ["B", "E"], "E": ["F"]])
    #expect(circle.withoutFloor == ["A", "B", "C", "D"])
  }
}
