import OpenPayments
import Testing
import ViewModels

struct FileTests {
  private func explorer() -> Explorer {
    Explorer(
      shelf: ProfileShelf(own: [World.psd2]), profile: World.psd2, now: World.start,
      file: FileReading(name: "a.json", size: 1000))
  }

  private func inspection(_ text: String) -> Inspection {
    var body = BodyBuffer()
    Array(text.utf8).withUnsafeBytes { body.append($0) }
    return Inspection(file: "a.json", body, at: World.start)
  }

  private func text(_ explorer: Explorer) -> [String] {
    let inspector = explorer.inspector
    return (0..<inspector.count).map { inspector[$0].pieces.map(\.text).joined() }
  }

  @Test("A file is read, with how far that is, and shown; nothing is called")
  func reading() {
    var explorer = explorer()
    var effects = explorer.start(at: World.start)
    #expect(effects == [.readFile])
    #expect(explorer.focus == .inspector && explorer.isZoomed)
    effects += explorer.handle(.fileRead(.progress(bytes: 450)), at: World.start)
    #expect(text(explorer) == ["Reading a.json… 45 %"])
    effects += explorer.handle(.fileRead(.done(inspection(#"{"a":[1]}"#))), at: World.start)
    #expect(text(explorer) == ["{", #""a": ["#, "1", "]", "}"])
    #expect(explorer.context == .body)
    #expect(explorer.inspector.pages == [.body])
    #expect(effects == [.readFile])
  }

  @Test("What can't be read says why")
  func failing() {
    var explorer = explorer()
    _ = explorer.start(at: World.start)
    _ = explorer.handle(.fileRead(.failed("can't read a.json: it is gone")), at: World.start)
    #expect(text(explorer) == ["Can't read a.json: it is gone."])
  }

  @Test(
    "What would need the platform is refused in words",
    arguments: [
      Command.nextPane, .back, .refresh, .profiles, .history, .compare, .edit, .commandLine, .toggleExchange, .saveRun,
      .markForComparison,
    ])
  func refusals(command: Command) {
    var explorer = explorer()
    _ = explorer.start(at: World.start)
    _ = explorer.handle(.fileRead(.done(inspection("[1]"))), at: World.start)
    let effects = explorer.handle(.command(command), at: World.start)
    #expect(effects.isEmpty)
    #expect(
      explorer.notice?.text == "This is a file; nothing is sent. q quits; opx without a file explores the platform.")
    #expect(explorer.focus == .inspector && explorer.overlay == nil)
  }

  @Test("Folding, searching and narrowing work, and leaving them ends at the file")
  func working() {
    var explorer = explorer()
    _ = explorer.start(at: World.start)
    _ = explorer.handle(.fileRead(.done(inspection(#"{"a":[1,2],"b":2}"#))), at: World.start)
    for action: Action in [.command(.query), .typed(".b"), .command(.acceptFilter)] {
      _ = explorer.handle(action, at: World.start)
    }
    #expect(text(explorer) == ["$.b  2"])
    for _ in 1...3 { _ = explorer.handle(.command(.cancel), at: World.start) }
    #expect(explorer.focus == .inspector && text(explorer).count == 7)
    for _ in 1...3 { _ = explorer.handle(.command(.fold), at: World.start) }
    #expect(explorer.focus == .inspector)
    #expect(explorer.handle(.command(.quit), at: World.start) == [.quit])
  }
}
