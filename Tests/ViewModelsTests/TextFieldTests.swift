import Testing

@testable import ViewModels

struct TextFieldTests {
  @Test("What is far too long is refused with a word")
  func tooLong() {
    var browser = Browser.settled()
    browser.press(.filter)
    browser.send(.typed(String(repeating: "x", count: 9000)))
    #expect(browser.notice?.text == "That is too long for a line: nothing was taken.")
    #expect(browser.countries.filter == "")
  }

  @Test("What a line has no room left for is refused with a word, and what was there stays")
  func noRoom() {
    var browser = Browser.settled()
    let half = String(repeating: "x", count: 5000)
    browser.press(.commandLine)
    browser.send(.typed(half))
    #expect(browser.notice == nil)
    browser.send(.typed(half))
    #expect(browser.notice?.text == "That is too long for a line: nothing was taken.")
    browser.send(.typed("y"))
    #expect(browser.notice == nil)
    browser.press(.cancel, .profiles, .addProfile)
    browser.send(.typed(half))
    browser.send(.typed(half))
    #expect(browser.notice?.text == "That is too long for a line: nothing was taken.")
  }

  /// The text with a bar where the cursor is.
  private func field(_ start: String, _ change: (inout TextField) -> Void) -> String {
    let parts = start.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(String(parts.last ?? ""))
    field.moveToStart()
    field.insert(String(parts[0]))
    change(&field)
    return "\(field.before)|\(field.after)"
  }

  @Test("Typing goes in at the cursor, which stands at the end to begin with")
  func typing() {
    #expect(TextField("abc").before == "abc")
    #expect(field("ab|d") { $0.insert("c") } == "abc|d")
  }

  @Test("The cursor moves by characters as people see them, and stops at both ends")
  func moving() {
    #expect(field("ae\u{301}|b") { $0.moveLeft() } == "a|e\u{301}b")
    #expect(field("|ab") { $0.moveLeft() } == "|ab")
    #expect(field("a|👩‍👩‍👧b") { $0.moveRight() } == "a👩‍👩‍👧|b")
    #expect(field("ab|") { $0.moveRight() } == "ab|")
    #expect(field("ab|cd") { $0.moveToStart() } == "|abcd")
    #expect(field("ab|cd") { $0.moveToEnd() } == "abcd|")
  }

  @Test("Erasing takes what is before the cursor or under it, or back to the start of a word, or everything")
  func erasing() {
    #expect(field("ab|c") { $0.eraseBackward() } == "a|c")
    #expect(field("|c") { $0.eraseBackward() } == "|c")
    #expect(field("ab|cd") { $0.eraseForward() } == "ab|d")
    #expect(field("ab|") { $0.eraseForward() } == "ab|")
    #expect(field("get one  |two") { $0.eraseWord() } == "get |two")
    #expect(field("ab|cd") { $0.eraseAll() } == "|")
  }

  @Test("More than the longest text is not taken")
  func limit() {
    var field = TextField(String(repeating: "x", count: TextField.limit))
    field.insert("y")
    #expect(!field.text.contains("y") && field.text.utf8.count == TextField.limit)
  }
}
