import ExplorerStorage
import OpenPayments
import PortalClient
import Testing
import ViewModels

/// The page itself, and the line that points to it.
struct GuideTests {
  private func newcomer(_ stored: Profile...) -> Browser {
    var list = ProfileList()
    list.profiles = stored
    return Browser(
      World.psd2, shelf: ProfileShelf(own: [World.psd2, World.seed], stored: list), progress: GuideProgress())
  }

  @Test("Newcomers are pointed to it until they follow or dismiss the line, which is kept; it never opens by itself")
  func pointer() {
    var browser = newcomer()
    #expect(browser.pointsToGuide && !browser.isGuideOpen)
    #expect(!newcomer(Profiles.acme).pointsToGuide)
    var other = browser
    browser.answerAll()
    browser.press(.cancel)
    #expect(!browser.pointsToGuide)
    #expect(browser.work == [.guide(.keepProgress(GuideProgress(isPointerDismissed: true)))])
    browser.press(.cancel)
    #expect(browser.notice?.text == "Nothing to cancel." && browser.work.isEmpty)
    other.press(.gettingStarted)
    #expect(other.isGuideOpen && !other.pointsToGuide)
    #expect(other.work == [.guide(.keepProgress(GuideProgress(isPointerDismissed: true))), .guide(.portal(.read))])
    other.press(.quit)
    #expect(!other.isGuideOpen && !other.pointsToGuide)
  }

  @Test("The command line opens it, from wherever one is")
  func verb() {
    var browser = Browser.settled()
    browser.press(.commandLine)
    browser.type("getting-started")
    browser.press(.accept)
    #expect(browser.context == .guide)
    #expect(browser.work == [.guide(.portal(.read))])
  }

  @Test("One moves among steps, goes into one and back, and its place in each is kept")
  func moving() {
    var browser = Browser.guided()
    browser.press(.moveDown)
    #expect(browser.guide.step == .testUser && browser.guide.isAmongSteps)
    browser.press(.open, .moveDown, .moveDown)
    #expect(browser.guide.item == .testUser(PortalWorld.anna))
    browser.press(.nextPane, .moveToBottom)
    #expect(browser.guide.item == .store(.google))
    browser.press(.previousPane)
    #expect(browser.guide.item == .testUser(PortalWorld.anna))
    browser.press(.back, .moveToBottom, .moveDown)
    #expect(browser.guide.step == .integrate)
    browser.press(.cancel)
    #expect(browser.context == .columns)
  }

  @Test("Steps tell how they stand as the profile in use")
  func states() {
    func states(_ browser: Browser) -> [GuideStep.State] { GuideStep.allCases.map(browser.state(of:)) }
    #expect(states(Browser.guided(Portal.Contents())) == [.open, .open, .notNeeded, .open, .open])
    #expect(states(Browser.guided(as: PortalWorld.profile)) == [.done, .done, .notNeeded, .open, .open])
    #expect(states(Browser.guided(as: Profiles.acme)) == [.done, .unknown, .unknown, .open, .open])
  }

  @Test("A portal that can't be asked is told on the page, and r asks again")
  func unreachable() {
    var browser = Browser.guided()
    browser.press(.refresh)
    #expect(browser.work == [.guide(.portal(.read))])
    browser.send(.guide(.portal(.read, .failure(PortalError("Nobody there.")))))
    let text = browser.guideText(width: 200).map { $0.pieces.map(\.text).joined() }.joined()
    #expect(text.contains("can't be asked: Nobody there. :refresh tries again."))
    #expect(browser.guide.contents == PortalWorld.contents)
    browser.press(.refresh)
    browser.wait(2)
    browser.send(.ticked)
    #expect(browser.guideText(width: 200).last?.pieces.first?.text == "◌ Asking the sandbox's portal, 2 s")
  }

  @Test("Codes are shown for the stores and the portal, and their texts can be copied")
  func codes() {
    var browser = Browser.guided()
    browser.goToGuide(.authenticator, "App Store")
    browser.press(.copyGuideItem)
    #expect(browser.work == [.copying(.copy(Clipping(QRCode.appStore.text, "the link")))])
    browser.press(.open)
    #expect(browser.context == .code)
    browser.press(.copyGuideItem)
    #expect(browser.work == [.copying(.copy(Clipping(QRCode.appStore.text, "the address")))])
    browser.press(.cancel)
    browser.goToGuide(.application, "portal")
    browser.press(.open)
    #expect(browser.code == .portal)
    browser.press(.quit)
    #expect(browser.context == .guide)
  }

  @Test(
    "Every code is a whole symbol: three finders, and timing between them",
    arguments: [QRCode.appStore, .googlePlay, .portal])
  func symbol(code: QRCode) {
    let last = code.size - 7
    for (left, top) in [(0, 0), (last, 0), (0, last)] {
      for offset in 0..<7 {
        #expect(code.isDark(x: left + offset, y: top) && code.isDark(x: left, y: top + offset))
      }
      #expect(code.isDark(x: left + 3, y: top + 3) && !code.isDark(x: left + 1, y: top + 1))
    }
    #expect((8..<last).allSatisfy { code.isDark(x: $0, y: 6) == ($0 % 2 == 0) })
    #expect(!code.isDark(x: -1, y: 0) && !code.isDark(x: code.size, y: 0))
  }
}
