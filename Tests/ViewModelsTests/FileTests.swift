import OpenPayments
import Testing
import ViewModels

struct FileTests {
  private func browser() -> Browser {
    Browser(World.psd2, shelf: ProfileShelf(own: [World.psd2]), file: FileReading(name: "a.json", size: 1000))
  }

  private func inspection(_ text: String) -> Inspection {
    var body = BodyBuffer()
    Array(text.utf8).withUnsafeBytes { body.append($0) }
    return Inspection(file: "a.json", body, at: World.start)
  }

  private func text(_ browser: Browser) -> [String] {
    (0..<browser.inspector.count).map { browser.inspector[$0].pieces.map(\.text).joined() }
  }

  @Test("A file is read, with how far that is, and shown; nothing is called")
  func reading() {
    var browser = browser()
    #expect(browser.work == [.readFile])
    #expect(browser.focus == .inspector && browser.isZoomed)
    browser.send(.fileRead(.progress(bytes: 450)))
    #expect(browser.work.isEmpty)
    #expect(text(browser) == ["Reading a.json… 45 %"])
    browser.send(.fileRead(.done(inspection(#"{"a":[1]}"#))))
    #expect(text(browser) == ["{", #""a": ["#, "1", "]", "}"])
    #expect(browser.context == .body)
    #expect(browser.inspector.pages == [.body])
    #expect(browser.work.isEmpty && browser.tick == nil)
  }

  @Test("What can't be read says why")
  func failing() {
    var browser = browser()
    browser.send(.fileRead(.failed("can't read a.json: it is gone")))
    #expect(text(browser) == ["Can't read a.json: it is gone."])
  }

  @Test(
    "What would need the platform is refused in words",
    arguments: [
      Command.nextPane, .back, .refresh, .profiles, .history, .compare, .edit, .commandLine, .toggleExchange, .saveRun,
      .markForComparison,
    ])
  func refusals(command: Command) {
    var browser = browser()
    browser.send(.fileRead(.done(inspection("[1]"))))
    browser.press(command)
    #expect(browser.work.isEmpty && browser.tick == nil)
    #expect(
      browser.notice?.text == "This is a file; nothing is sent. :quit quits; opx without a file explores the platform.")
    #expect(browser.focus == .inspector && !browser.hasOverlay)
  }

  @Test("Folding, searching and narrowing work, and leaving them ends at the file")
  func working() {
    var browser = browser()
    browser.send(.fileRead(.done(inspection(#"{"a":[1,2],"b":2}"#))))
    browser.press(.query)
    browser.type(".b")
    browser.press(.acceptFilter)
    #expect(text(browser) == ["$.b  2"])
    browser.press(.cancel, .cancel, .cancel)
    #expect(browser.focus == .inspector && text(browser).count == 7)
    browser.press(.fold, .fold, .fold)
    #expect(browser.focus == .inspector)
    browser.press(.quit)
    #expect(browser.work == [.quit])
  }
}
