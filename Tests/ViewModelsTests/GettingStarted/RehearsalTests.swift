import ExplorerStorage
import OpenPayments
import PortalClient
import Testing
import ViewModels

/// A sign-in with a second factor, played through.
struct RehearsalTests {
  private func rehearsing() -> Browser {
    var browser = Browser.guided(as: PortalWorld.profile)
    browser.goToGuide(.strongAuthentication)
    browser.press(.open)
    browser.press(.nextField)
    browser.type("abc1234")
    browser.press(.save)
    return browser
  }

  @Test(
    "Without what it needs it says which step is missing",
    arguments: [
      (Profiles.acme, PortalWorld.contents, "A rehearsal needs the sandbox inside this program"),
      (World.psd2, PortalWorld.contents, "Register an application in step 1"),
      (PortalWorld.profile, Portal.Contents(applications: [PortalWorld.till]), "Create a test user in step 2"),
    ])
  func missing(profile: Profile, contents: Portal.Contents, words: String) {
    var browser = Browser.guided(contents, as: profile)
    browser.goToGuide(.strongAuthentication)
    #expect(browser.guideDetail.joined(separator: " ").hasPrefix(words))
    browser.press(.open)
    #expect(browser.notice?.text.hasPrefix(words) == true && browser.form == nil)
  }

  @Test("It goes on by itself until somebody has to approve, here or elsewhere, and is done when the code is redeemed")
  func through() {
    var browser = rehearsing()
    guard case .platform(.guide(.rehearse(let request)), _)? = browser.work.first else {
      Issue.record("nothing was begun")
      return
    }
    #expect(request.email == "anna@example.com" && request.password == Secret("abc1234"))
    #expect(
      request.redirectURI == "http://localhost:8080/" && request.scopes == ["aspspinformation", "private", "email"])
    #expect(browser.guideMarks == "+◌○○○")
    let page = World.inspection("<p>", operation: .signIn)
    browser.send(.guide(.rehearsed(request.id, .passed(page))))
    browser.send(.guide(.rehearsed(request.id, .waiting(number: 42, page))))
    browser.send(.guide(.signInsSeen([PortalWorld.waiting])))
    #expect(browser.guideMarks == "+✓✓◌○?")
    #expect(browser.guideRow(.rehearsed(.secondFactor)).note.hasPrefix("42: "))
    browser.press(.moveToBottom, .open)
    #expect(browser.work == [.guide(.portal(.decide(PortalWorld.waiting, isApproved: true)))])
    browser.send(
      .guide(.portal(.decide(PortalWorld.waiting, isApproved: true), .success(.init(contents: PortalWorld.contents)))))
    #expect(browser.guideMarks == "+✓✓◌○")
    browser.send(.guide(.rehearsed(request.id, .passed(page))))
    browser.send(.guide(.rehearsed(request.id, .failed(PortalError("The code is used."), page))))
    browser.press(.moveToBottom)
    #expect(browser.guideDetail.first == "The code is used.")
    #expect(browser.guideMarks == "+✓✓✓✗" && browser.state(of: .strongAuthentication) == .open)
    browser.press(.moveToBottom, .tokenExchange)
    #expect(browser.pinned == page)
  }

  @Test("One that was left tells nothing any more; another one can be begun")
  func leaving() {
    var browser = rehearsing()
    browser.press(.moveToTop, .open)
    #expect(browser.notice?.text == "A sign-in is under way; cancel leaves it.")
    browser.press(.cancel)
    #expect(browser.work == [.guide(.cancelRehearsal)] && browser.guideMarks == "+")
    browser.send(.guide(.rehearsed(1, .passed(World.inspection("<p>")))))
    #expect(browser.guideMarks == "+")
    var waiting = rehearsing()
    waiting.send(.guide(.rehearsed(1, .passed(World.inspection("<p>")))))
    waiting.send(.guide(.rehearsed(1, .waiting(number: 42, World.inspection("<p>")))))
    waiting.send(.guide(.signInsSeen([PortalWorld.waiting])))
    var switching = waiting
    waiting.press(.cancel)
    #expect(waiting.work == [.guide(.cancelRehearsal), .guide(.portal(.withdraw(PortalWorld.waiting)))])
    waiting.send(.guide(.portal(.withdraw(PortalWorld.waiting), .success(.init(contents: PortalWorld.contents)))))
    #expect(waiting.guideMarks == "+")
    switching.press(.profiles, .moveDown, .acceptFilter)
    #expect(switching.work.contains(.guide(.portal(.withdraw(PortalWorld.waiting)))))
    browser.press(.open, .nextField)
    browser.type("x")
    browser.press(.save)
    guard case .platform(.guide(.rehearse(let request)), _)? = browser.work.first else {
      Issue.record("nothing was begun")
      return
    }
    #expect(request.id == 2)
  }

  @Test("Sign-ins are looked for as long as they are on screen, and no longer")
  func watching() {
    var browser = Browser.guided()
    browser.send(.guidePointed(.step(.strongAuthentication)))
    #expect(browser.work == [.guide(.watchSignIns(true))])
    browser.press(.profiles)
    browser.press(.cancel)
    #expect(!browser.work.contains(.guide(.watchSignIns(false))))
    browser.press(.moveDown)
    #expect(browser.work == [.guide(.watchSignIns(false))])
    browser.press(.moveUp, .quit)
    #expect(browser.work == [.guide(.watchSignIns(false))])
  }

  @Test("What waits keeps its place under the cursor while others come and go; x denies it")
  func denying() {
    var browser = Browser.guided()
    browser.goToGuide(.strongAuthentication)
    let other = WaitingSignIn(id: "s0", application: "Till", email: "b@example.com", number: 17)
    browser.send(.guide(.signInsSeen([PortalWorld.waiting])))
    browser.press(.denySignIn)
    #expect(browser.notice?.text == "Only a sign-in that waits can be approved or denied.")
    browser.press(.moveToBottom)
    browser.send(.guide(.signInsSeen([other, PortalWorld.waiting])))
    browser.press(.denySignIn)
    #expect(browser.work == [.guide(.portal(.decide(PortalWorld.waiting, isApproved: false)))])
    browser.send(.guide(.portal(.decide(PortalWorld.waiting, isApproved: false), .failure(PortalError("It is over.")))))
    #expect(browser.notice?.text == "It is over.")
  }
}
