import OpenPayments
import Testing

@testable import ViewModels

struct PinTests {
  @Test("An exchange asked for by itself fills the inspector until one goes back to the columns")
  func pinning() throws {
    var browser = Browser.settled()
    let row = browser.explorer.inspector.subject
    let other = Inspection(try #require(row.inspection).exchange.withoutBody())
    browser.pin(other)
    #expect(browser.explorer.focus == .inspector)
    #expect(browser.explorer.inspector.subject.inspection == other)
    #expect(browser.explorer.inspector.subject.item == nil)
    browser.press(.cancel)
    #expect(browser.explorer.focus == .column(.countries))
    #expect(browser.explorer.inspector.subject == row)
  }
}
