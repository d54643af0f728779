import Testing
import ViewModels

struct CancelTests {
  @Test("Esc closes what is open before it cancels a load")
  func overlayFirst() {
    var browser = Browser()
    browser.press(.help, .cancel)
    #expect(!browser.hasOverlay)
    #expect(browser.work.isEmpty)
    browser.press(.cancel)
    #expect(browser.work == [.browser(.cancel(.countries))])
  }

  @Test("Esc drops a filter that is being typed before it cancels a load")
  func typedFilterSecond() {
    var browser = Browser.settled()
    browser.press(.refresh, .filter)
    browser.type("swe")
    #expect(browser.context == .filter)
    browser.press(.cancel)
    #expect(browser.countries.filter == "")
    #expect(browser.context == .columns)
    #expect(browser.work.isEmpty)
    browser.press(.cancel)
    #expect(browser.work.contains(.browser(.cancel(.countries))))
  }

  @Test("After the loads Esc drops a kept filter, then leaves the inspector, then says that there is nothing")
  func lastThings() {
    var browser = Browser.settled()
    browser.press(.filter)
    browser.type("germ")
    browser.press(.acceptFilter, .refresh, .nextPane)
    browser.press(.cancel)
    #expect(browser.work == [.browser(.cancel(.countries))])
    #expect(browser.countries.filter == "germ")
    browser.press(.cancel)
    #expect(browser.countries.filter == "")
    #expect(browser.focus == .inspector)
    browser.press(.cancel)
    #expect(browser.focus == .column(.countries))
    #expect(browser.notice == nil)
    browser.press(.cancel)
    #expect(browser.notice?.text == "Nothing to cancel.")
  }

  @Test("A cancelled first load says so and can be asked for again")
  func cancelledLoad() {
    var browser = Browser()
    browser.press(.cancel)
    #expect(browser.status(of: .countries).failure?.isCancelled == true)
    #expect(browser.inspectorText.contains { $0.contains("call") })
    browser.press(.refresh)
    #expect(browser.work == [.platform(.browser(.load(.countries)), as: World.psd2)])
    browser.arrive(.countries)
    #expect(browser.status(of: .countries).failure == nil)
  }

  @Test("A cancelled refresh leaves what was there, without a complaint")
  func cancelledRefresh() {
    var browser = Browser.settled()
    browser.press(.refresh, .cancel)
    #expect(browser.status(of: .countries).failure == nil)
    #expect(browser.countries.count == 3)
  }

  @Test("Ctrl-C cancels what loads; with nothing under way it warns once and then quits")
  func interrupt() {
    var browser = Browser()
    browser.press(.interrupt)
    #expect(browser.work == [.browser(.cancel(.countries))])
    browser.press(.interrupt)
    #expect(browser.work.isEmpty)
    #expect(browser.notice?.text.contains("once more") == true)
    browser.press(.interrupt)
    #expect(browser.work == [.quit])
  }

  @Test("Any other key in between takes the warning back")
  func disarmed() {
    var browser = Browser.settled()
    for key in [Command.moveDown, .help, .filter] {
      browser.press(.interrupt, key)
      #expect(browser.notice == nil)
      browser.press(.interrupt)
      #expect(!browser.work.contains(.quit))
      browser.press(.cancel)
    }
    browser.press(.filter, .interrupt)
    browser.type("x")
    browser.press(.interrupt)
    #expect(!browser.work.contains(.quit))
  }

  @Test("q closes what is open, and quits when nothing is")
  func quit() {
    var browser = Browser.settled()
    browser.press(.profiles, .quit)
    #expect(!browser.hasOverlay)
    #expect(browser.work.isEmpty)
    browser.press(.quit)
    #expect(browser.work == [.quit])
  }

  @Test("Suspending and redrawing are passed on")
  func passedOn() {
    var browser = Browser.settled()
    browser.press(.suspend)
    #expect(browser.work == [.suspend])
    browser.press(.redraw)
    #expect(browser.work == [.redraw])
  }
}
