import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@testable import ViewModels

@Suite(.timeLimit(.minutes(1)))
struct HistoryTests {
  private let kept = KeptHistory()

  @Test("H opens the list, newest first; H, q and Esc close it and call off what was asked")
  func opening() async throws {
    try await kept.add(0..<20)
    for command in [Command.history, .quit, .cancel] {
      var browser = await kept.browser()
      #expect(browser.context == .history)
      #expect(browser.shownNumbers == [19, 18, 17, 16, 15, 14, 13, 12, 11, 10])
      browser.press(command)
      #expect(browser.context == .columns)
      #expect(browser.work == [.history(.stopReading)])
    }
  }

  @Test("of a long list only a piece is in memory, wherever the cursor goes")
  func pieces() async throws {
    try await kept.add(0..<5000)
    var browser = await kept.browser()
    #expect(browser.history.total == 5000)
    #expect(browser.number(at: 299) == 4700 && browser.number(at: 300) == nil)
    browser.press(.moveToBottom)
    #expect(browser.shownNumbers.allSatisfy { $0 == nil })
    await kept.answer(&browser)
    #expect(browser.shownNumbers == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    #expect(browser.number(at: 0) == nil)
    for _ in 0..<60 {
      browser.press(.pageUp)
      await kept.answer(&browser)
      #expect(browser.shownNumbers.allSatisfy { $0 != nil })
    }
    #expect(browser.numberUnderCursor == 600)
  }

  @Test("what is written while newer rows are on their way is asked for as well")
  func newsMeanwhile() async throws {
    try await kept.add(0..<3)
    var browser = await kept.browser()
    try await kept.add(3..<4)
    browser.send(.history(.changed(.written)))
    guard case .history(.read(let request))? = browser.work.first else {
      Issue.record("nothing was asked for")
      return
    }
    let store: HistoryStore? = kept.store
    let early = await store.outcome(of: request)
    try await kept.add(4..<6)
    browser.send(.history(.changed(.written)))
    #expect(browser.work.isEmpty)
    browser.send(.history(.read(request, early)))
    #expect(browser.history.total == 4)
    await kept.answer(&browser)
    #expect(browser.history.total == 6)
    #expect(browser.shownNumbers == [5, 4, 3, 2, 1, 0])
  }

  @Test("rows are asked for before the window comes to their end, and once")
  func prefetching() async throws {
    try await kept.add(0..<1000)
    var browser = await kept.browser()
    browser.send(.historyScrolled(by: 235))
    #expect(browser.work.isEmpty)
    browser.send(.historyScrolled(by: 10))
    guard case .history(.read(.piece(_, let offset, let count, _)))? = browser.work.first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(offset < 200 && offset + count > 350)
    browser.send(.historyScrolled(by: 1))
    #expect(browser.work.isEmpty)
    await kept.answer(&browser)
  }

  @Test("new exchanges come in front; cursor and window stay on their rows")
  func news() async throws {
    try await kept.add(0..<20)
    var browser = await kept.browser()
    browser.press(.moveDown, .moveDown)
    #expect(browser.numberUnderCursor == 17)
    try await kept.add(20..<23)
    browser.send(.history(.changed(.written)))
    await kept.answer(&browser)
    #expect(browser.numberUnderCursor == 17)
    #expect(browser.shownNumbers.first == 22, "at the top the new ones are seen")
    browser.press(.moveToBottom)
    let shown = browser.shownNumbers
    try await kept.add(23..<24)
    browser.send(.history(.changed(.written)))
    await kept.answer(&browser)
    #expect(browser.shownNumbers == shown && browser.numberUnderCursor == 0)
    #expect(browser.history.total == 24)
  }

  @Test("more news than a list can take at once load it anew")
  func manyNews() async throws {
    try await kept.add(0..<3)
    var browser = await kept.browser()
    try await kept.add(3..<1000)
    browser.send(.history(.changed(.written)))
    await kept.answer(&browser)
    #expect(browser.history.total == 1000)
    #expect(browser.shownNumbers.first == 999)
  }

  @Test("a closed page asks for nothing; opened again it has caught up")
  func closed() async throws {
    try await kept.add(0..<20)
    var browser = await kept.browser()
    browser.press(.moveDown, .history)
    try await kept.add(20..<21)
    browser.send(.history(.changed(.written)))
    #expect(browser.work.isEmpty)
    browser.press(.history)
    await kept.answer(&browser)
    #expect(browser.shownNumbers.first == 20 && browser.numberUnderCursor == 18)
  }

  @Test("the filter follows what is typed; a mistake is told and the last good list stays")
  func filtering() async throws {
    try await kept.add(0..<30)
    try await kept.add(30..<35, status: 404)
    var browser = await kept.browser()
    browser.press(.filter)
    #expect(browser.context == .prompt)
    for character in "status:404" {
      browser.type(String(character))
      await kept.answer(&browser)
    }
    #expect(browser.shownNumbers == [34, 33, 32, 31, 30])
    browser.type(" nonsense:x")
    await kept.answer(&browser)
    guard let prompt = browser.prompt else {
      Issue.record("the prompt has gone")
      return
    }
    #expect(prompt.problem == #"no field "nonsense"; did you mean since:? Quotes make it a word"#)
    browser.press(.accept)
    #expect(browser.context == .prompt, "what can't be read can't be taken")
    browser.press(.eraseWord)
    await kept.answer(&browser)
    browser.press(.accept)
    #expect(browser.context == .history)
    #expect(browser.history.query.text == "status:404 ")
    #expect(browser.shownNumbers == [34, 33, 32, 31, 30])
  }

  @Test("a word that may become a field is no word yet, until Enter says so")
  func halfTypedFields() async throws {
    try await kept.add(0..<5)
    var browser = await kept.browser()
    browser.press(.filter)
    browser.type("sandbox -stat")
    await kept.answer(&browser)
    #expect(browser.history.total == 5)
    browser.press(.accept, .filter, .eraseWord)
    browser.type("stat")
    await kept.answer(&browser)
    #expect(browser.history.total == 5)
    browser.press(.accept)
    await kept.answer(&browser)
    #expect(browser.history.total == 0)
  }

  @Test("Esc while typing goes back to the list before")
  func droppedFilter() async throws {
    try await kept.add(0..<30)
    var browser = await kept.browser()
    browser.press(.filter)
    browser.type("/psd2/12")
    await kept.answer(&browser)
    #expect(browser.shownNumbers == [12])
    browser.press(.cancel)
    await kept.answer(&browser)
    #expect(browser.context == .history)
    #expect(browser.history.total == 30)
  }

  @Test("Enter opens the exchange in the inspector, and H comes back to its place")
  func inspecting() async throws {
    try await kept.add(0..<30)
    var browser = await kept.browser()
    browser.press(.moveDown, .moveDown, .open)
    await kept.answer(&browser)
    #expect(browser.focus == .inspector && browser.context == .body)
    #expect(browser.inspectorText.contains { $0.contains("27") })
    #expect(browser.isPinnedFromHistory)
    for command in [Command.back, .cancel, .quit] {
      browser.press(command)
      await kept.answer(&browser)
      #expect(browser.context == .history && browser.pinned == nil)
      #expect(browser.numberUnderCursor == 27)
      browser.press(.open)
      await kept.answer(&browser)
    }
  }

  @Test("Two marked exchanges are compared, the later with the earlier, whichever was marked first")
  func comparing() async throws {
    try await kept.add(0..<5)
    var browser = await kept.browser()
    browser.press(.mark, .compare)
    #expect(browser.notice?.text == ":mark marks the two exchanges to compare; one exchange marked now.")
    browser.press(.moveDown, .mark, .compare)
    await kept.answer(&browser)
    #expect(browser.context == .comparison)
    let sides = try #require(browser.comparison).sides.compactMap(\.inspection?.exchange)
    #expect(sides.map(\.request.path) == ["/psd2/2", "/psd2/4"])
    #expect(!browser.isHistoryOpen)
    browser.press(.quit)
    #expect(browser.context == .history)
  }

  @Test("Marked exchanges are saved as an archive, whole")
  func archiving() async throws {
    let ids = try await kept.add(0..<5)
    var browser = await kept.browser()
    browser.press(.mark, .mark, .saveRun)
    await kept.answer(&browser)
    #expect(browser.prompt?.text.hasSuffix(".har") == true)
    browser.press(.accept)
    guard case .saving(.write(.exchanges(let exchanges), _))? = browser.work.first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(Set(exchanges.map(\.id)) == Set(ids.suffix(2)))
  }

  @Test("what is gone when it is opened is told, and the list is read anew")
  func gone() async throws {
    try await kept.add(0..<3)
    var browser = await kept.browser()
    try await kept.store.delete(HistoryQuery.all)
    browser.press(.open)
    await kept.answer(&browser)
    #expect(browser.notice?.text == "That exchange can't be shown: it is not in the history any more")
    #expect(browser.history.total == 0)
  }

  @Test("marked rows, or else the one under the cursor, are what something is done with")
  func marking() async throws {
    let ids = try await kept.add(0..<5)
    var browser = await kept.browser()
    #expect(browser.chosenExchanges == [ids[4]])
    browser.press(.mark, .mark, .moveDown, .mark)
    #expect(browser.chosenExchanges == [ids[4], ids[3], ids[1]])
    browser.press(.moveUp, .moveUp, .moveUp, .mark)
    #expect(browser.chosenExchanges == [ids[4], ids[3], ids[1]].filter { $0 != ids[3] })
  }

  @Test("marks that the filter hides are told, also before they are deleted; Esc drops all marks, then closes")
  func hiddenMarks() async throws {
    try await kept.add(0..<5)
    try await kept.add(5..<8, status: 404)
    var browser = await kept.browser()
    browser.press(.mark, .moveToBottom, .mark)
    #expect(browser.history.hiddenMarks == 0)
    browser.press(.filter)
    browser.type("status:404")
    await kept.answer(&browser)
    browser.press(.accept)
    #expect(browser.history.marked.count == 2 && browser.history.hiddenMarks == 1)
    browser.press(.deleteExchanges)
    guard let question = browser.question else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.text == "2 exchanges, 1 of them hidden by the filter, will be gone for good.")
    browser.press(.cancel)
    #expect(browser.context == .history && browser.history.marked.count == 2)
    browser.press(.cancel)
    #expect(browser.history.marked.isEmpty && browser.history.hiddenMarks == 0)
    #expect(browser.notice?.text == "Dropped all 2 marks. cancel again closes the history.")
    #expect(browser.isHistoryOpen)
    browser.press(.cancel)
    #expect(!browser.isHistoryOpen)
  }

  @Test("d asks first; no keeps them, yes deletes the marked ones")
  func deleting() async throws {
    try await kept.add(0..<5)
    var browser = await kept.browser()
    browser.press(.mark, .mark, .deleteExchanges)
    #expect(browser.context == .question)
    guard let question = browser.question else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.text == "2 exchanges will be gone for good.")
    browser.press(.cancel)
    #expect(browser.work.isEmpty && browser.context == .history)
    browser.press(.deleteExchanges, .confirm)
    await kept.answer(&browser)
    #expect(browser.shownNumbers == [2, 1, 0])
    #expect(browser.history.marked.isEmpty)
    #expect(browser.notice?.text == "Deleted 2 exchanges.")
    browser.press(.moveToBottom, .deleteExchanges, .confirm)
    await kept.answer(&browser)
    #expect(browser.shownNumbers == [2, 1])
    #expect(browser.notice?.text == "Deleted one exchange.")
  }

  @Test("a failure is shown until r asks again")
  func failing() async throws {
    try await kept.add(0..<3)
    var browser = Browser.settled()
    browser.press(.history)
    guard case .history(.read(let request))? = browser.work.first else {
      Issue.record("nothing was asked for")
      return
    }
    browser.send(.history(.read(request, .failed("the disk is gone"))))
    #expect(browser.work.isEmpty && browser.history.failure == "the disk is gone")
    browser.press(.refresh)
    await kept.answer(&browser)
    #expect(browser.history.failure == nil && browser.history.total == 3)
  }

  @Test("an answer to an earlier question is passed over")
  func late() async throws {
    try await kept.add(0..<30)
    var browser = Browser.settled()
    browser.press(.history)
    guard case .history(.read(let early))? = browser.work.first else {
      Issue.record("nothing was asked for")
      return
    }
    browser.press(.filter)
    browser.type("/psd2/12")
    let store: HistoryStore? = kept.store
    browser.send(.history(.read(early, await store.outcome(of: early))))
    #expect(!browser.history.isLoaded && browser.history.total == 0)
  }

  @Test("what happens to the file is told once it has to be known")
  func notices() {
    var browser = Browser.settled()
    browser.send(.history(.changed(.written)))
    #expect(browser.notice == nil)
    browser.send(.history(.changed(.setAside("/d/history.sqlite.damaged-1"))))
    #expect(
      browser.notice?.text
        == "The history file could not be used; it is kept as /d/history.sqlite.damaged-1, and a new one is begun.")
  }

  @Test("while the history is off its page asks for nothing")
  func off() {
    var browser = Browser(
      World.psd2, shelf: ProfileShelf(own: [World.psd2]), history: HistorySettings(isOn: false))
    browser.press(.history)
    #expect(browser.isHistoryOpen && browser.work.isEmpty)
  }
}
