import HTTPTypes
import OpenPayments
import Testing

@testable import ViewModels

/// Bodies in other character sets than UTF-8.
struct CharacterSetTests {
  private func page(_ body: [UInt8], _ type: String = "text/plain", form: BodyForm = .tree) -> BodyPage {
    BodyPage(Inspection(World.exchange(body: body, fields: [.contentType: type])), form: form)
  }

  private func text(_ page: BodyPage) -> [String] { (0..<page.count).map { page[$0].pieces.map(\.text).joined() } }

  private static func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

  @Test("A tree and a text show what is meant, and the bytes stay")
  func decoded() {
    let json = page(Self.wide(#"{"a":"å😀"}"#))
    #expect(json.form == .tree && text(json) == ["{", #""a": "å😀""#, "}"])
    #expect(json.inspection.remark == "decoded from UTF-16LE")
    let html = page([0x3C, 0xE5, 0x80, 0x0A, 0xF6], "text/html; charset=ISO-8859-1")
    #expect(html.form == .text && text(html) == ["<å€", "ö"])
    #expect(html.inspection.remark == "decoded from ISO-8859-1")
    #expect(html.inspection.exchange.body == [0x3C, 0xE5, 0x80, 0x0A, 0xF6])
    #expect(page(Array("å".utf8)).inspection.remark == nil)
  }

  @Test("What isn't text is shown by its bytes, whatever is said of it")
  func binary() {
    let page = page([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "text/html; charset=iso-8859-1")
    #expect(page.form == .hex && page.inspection.remark == nil)
  }

  @Test("A charset that isn't known is named")
  func unknown() {
    #expect(
      page([0xD0, 0xD2], "text/plain; charset=KOI8-R").inspection.remark?.contains("koi8-r is not known") == true)
    #expect(page(Array("ok".utf8), "text/plain; charset=KOI8-R").inspection.remark == nil)
  }

  @Test("Turning between text and numbers stays in the same place, counted in bytes of the body")
  func places() {
    let lines = (0..<2000).map { "\($0) å😀 och lite till" }
    var page = page(Self.wide(lines.joined(separator: "\n")), form: .text)
    let offset = Self.wide(lines[..<1500].joined(separator: "\n") + "\n").count
    #expect(page.place(ofRow: 1500)?.hasPrefix("byte \(offset) of ") == true)
    let row = page.turn(to: .hex, at: 1500)
    #expect(row == offset / 16)
    #expect(page.turn(to: .text, at: row + 1) == 1500)
  }

  @Test("Where JSON breaks is found in every form")
  func broken() throws {
    var browser = Browser(rows: 30)
    browser.arrive(
      .countries,
      .countries(
        Loaded(
          value: World.countries, inspection: Inspection(World.exchange(body: Self.wide("[\n1,\n2 3]"))),
          at: World.start)))
    let place = try #require(browser.inspector.body?.inspection.brokenPlace)
    #expect((place.line, place.column) == (3, 3))
    for form in [BodyForm.text, .hex] {
      browser.press(.turnForm, .moveToTop, .goToError)
      #expect(browser.inspector.body?.form == form)
      #expect(browser.inspector.cursor == (form == .text ? 2 : 14 / 16))
    }
  }
}
