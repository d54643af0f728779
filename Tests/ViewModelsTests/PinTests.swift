import OpenPayments
import Testing
import ViewModels

struct PinTests {
  @Test("An exchange asked for by itself fills the inspector until one goes back to the columns")
  func pinning() throws {
    var browser = Browser.settled()
    let row = browser.inspector.subject
    let other = Inspection(try #require(row.inspection).exchange.withoutBody())
    browser.pin(other)
    #expect(browser.focus == .inspector)
    #expect(browser.inspector.subject.inspection == other)
    #expect(browser.inspector.subject.item == nil)
    browser.press(.cancel)
    #expect(browser.focus == .column(.countries))
    #expect(browser.inspector.subject == row)
  }
}
