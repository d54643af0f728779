import JSONText
import Testing

/// `opx themes`, as a process.
struct ThemesCommandTests {
  @Test("Every file named is checked, whatever the others are called")
  func oneName() async throws {
    let opx = try OpxProcess()
    try opx.home.write("inherits: dark\nstyles:\n  good: 9\n", to: "a/x.yaml")
    try opx.home.write("inherits: dark\nstyles:\n  bad: nosuch\n", to: "b/x.yaml")
    try opx.home.write("\u{FEFF}inherits: x\nstyles:\n  god: 9\n", to: "c/y.yaml")
    let files = ["a/x.yaml", "b/x.yaml", "c/y.yaml"].map { "\(opx.home.path)/\($0)" }
    for files in [files, files.reversed()] {
      let outcome = try await opx.run(["themes", "--json"] + files)
      #expect(outcome.status == 78)
      #expect(outcome.errors.contains("b/x.yaml:3: bad: \"nosuch\" is no colour"))
      #expect(outcome.errors.contains("c/y.yaml:3: god: there is no such role; did you mean \"good\"?"))
      let rows = JSONDocument(outcome.output).root.map { Array($0.elements) } ?? []
      #expect(rows.count == 3)
    }
    #expect(try await opx.run("themes", files[0]).status == 0)
    let none = try await opx.run("themes", "\(opx.home.path)/none.yaml")
    #expect(none.status == 78 && none.errors.contains("none.yaml"))
  }

  @Test("Of a great many mistakes the first are told, the others counted")
  func many() async throws {
    let opx = try OpxProcess()
    try opx.home.write(
      "inherits: dark\npalette:\n" + (0..<5_000).map { "  a\($0): b\n" }.joined(), to: "config/opx/themes/mine.yaml")
    let outcome = try await opx.run("themes", limit: 10)
    #expect(outcome.status == 78 && outcome.errors.contains("mine.yaml: and 4,984 more\n"))
    #expect(outcome.text.contains("mine\tdark\tyours\t5000\n"))
    try opx.home.write("inherits: dark\nstyles:\n" + (0..<3_000).map { "  a\($0): 1\n" }.joined(), to: "x.yaml")
    let named = try await opx.run("themes", "\(opx.home.path)/x.yaml", limit: 10)
    #expect(named.errors.contains("x.yaml: and 2,984 more\n"))
  }
}
