import ExplorerStorage
import JSONText
import OpenPayments
import Testing
import ViewModels

struct DetailsTests {
  private func details(of key: LoadKey, _ outcome: LoadOutcome) -> [String] {
    var browser = Browser.settled()
    browser.press(.open, .open)
    browser.answerAll()
    browser.arrive(key, outcome)
    browser.send(.pagePointed(.details))
    return browser.inspectorText
  }

  @Test("A country has its code and, once known, how many cities")
  func country() {
    var browser = Browser.settled()
    browser.send(.pagePointed(.details))
    #expect(browser.inspectorText == ["Germany", "Country code    DE", "Cities          1"])
  }

  @Test("A city has its id, its country and how many ASPSPs")
  func city() {
    var browser = Browser.settled()
    browser.press(.open)
    browser.send(.pagePointed(.details))
    #expect(
      browser.inspectorText == ["Berlin", "City id         id-Berlin", "Country code    DE", "ASPSPs          1"])
  }

  @Test("An ASPSP has all that was sent; what was sent empty shows as a dash, what wasn't sent not at all")
  func aspsp() {
    let aspsp = ASPSP(
      bicFi: "BANKDE22", name: "Bank of Berlin", logoUrl: "", phone: "+49 1",
      postalAddresses: [
        PostalAddress(streetAddress: "Unter den Linden 1", postalCode: "10117", city: "Berlin", isoCountryCode: "DE"),
        PostalAddress(streetAddress: "", city: ""),
      ],
      globalPaymentProducts: ["domestic"], paymentProducts: [],
      supportedAuthorizationMethods: [
        AuthorizationMethod(name: "OAuth2", uri: "https://a.example"), AuthorizationMethod(name: "Decoupled", uri: ""),
      ],
      affiliatedAspsps: [AffiliatedASPSP(id: "07999", name: "Sparbanken")])
    #expect(
      details(of: .detail(bicFi: "BANKDE22"), .detail(World.loaded(aspsp, "{}"))) == [
        "Bank of Berlin", "BIC             BANKDE22", "Phone           +49 1", "Logo            –",
        "Address         Unter den Linden 1, 10117 Berlin, DE", "Address         –", "",
        "Authorisation methods", "  OAuth2  https://a.example", "  Decoupled", "",
        "Payment products", "  domestic", "", "Own payment products  none", "",
        "Affiliated ASPSPs", "  07999  Sparbanken",
      ])
  }

  @Test("Members that nobody knows are shown as they came")
  func additional() {
    var country = World.countries[0]
    country.additional = [AdditionalMember(name: "region", value: JSONFragment(bytes: Array(#"{"eu":true}"#.utf8)))]
    var browser = Browser()
    browser.arrive(.countries, .countries(World.loaded([country], "{}")))
    browser.send(.pagePointed(.details))
    #expect(browser.inspectorText.suffix(2) == ["Further members", #"  region: {"eu":true}"#])
  }
}
