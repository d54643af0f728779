import Testing

@testable import OpenPaymentsSandbox

@Suite("Catalogue")
struct CatalogueTests {
  let catalogue = Catalogue()

  @Test("There are many real countries, cities and banks, with names of every kind")
  func counts() {
    #expect(catalogue.countries.count == 13)
    #expect(catalogue.cities.count >= 100)
    #expect(catalogue.banks.count >= 250)
    let letters = Set(catalogue.banks.map(\.name).joined() + catalogue.cities.map(\.name).joined())
    #expect(letters.isSuperset(of: "ÅØÄÖåøäöæüéłíėß"))
    let lengths = catalogue.banks.map(\.name.count)
    #expect(lengths.contains { $0 <= 4 } && lengths.contains { $0 > 80 } && lengths.allSatisfy { $0 <= 140 })
    #expect(catalogue.cities.contains { $0.name.count == 2 })
  }

  @Test("Ids and BICs are unique and well-formed")
  func uniqueness() {
    let ids = catalogue.countries.map(\.id) + catalogue.cities.map(\.id) + catalogue.banks.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { PlatformID.isWellFormed($0) && $0 == $0.lowercased() })
    let bics = catalogue.banks.map(\.bicFi)
    #expect(Set(bics).count == bics.count)
    #expect(bics.allSatisfy(PSD2Pattern.isBIC))
    #expect(bics.contains { $0.count == 11 })
  }

  @Test("Every bank but the demo bank has a city of its own country")
  func cities() {
    for bank in catalogue.banks where bank.bicFi != "OPBKSE21" {
      #expect(bank.city?.isoCountryCode == bank.country.isoCountryCode, "\(bank.bicFi)")
    }
    #expect(catalogue.bank("OPBKSE21")?.city == nil)
    #expect(catalogue.bank("OPBKSE21")?.country.isoCountryCode == "SE")
  }

  @Test(
    "The documented names and ids are as documented",
    arguments: [
      ("SE", "Stockholm", "37efa883-c8ad-4ff7-927b-b11b02beb923"),
      ("FI", "Helsinki", "ba9dd929-1408-33a6-3ce2-bc45fcfaaa5c"),
      ("DE", "Frankfurt", "bb97dd78-835c-9922-e700-a8b5b3f5cbba"),
      ("DK", "Copenhagen", "8f64d9db-7f38-e13e-cbf8-809e6bc6175c"),
    ])
  func documentedCities(isoCountryCode: String, name: String, id: String) {
    let city = catalogue.city(id.uppercased())
    #expect(city?.name == name)
    #expect(city?.isoCountryCode == isoCountryCode)
    #expect(catalogue.banks.contains { $0.city?.id == id })
  }

  @Test(
    "The documented banks have their documented names",
    arguments: [
      ("ESSESESS", "Skandinaviska Enskilda Banken AB "), ("SWEDSESS", "Swedbank"), ("HANDSESS", "Handelsbanken"),
      ("NDEASESS", "Nordea Bank AB"), ("DABASESX", "Danske Bank"), ("NDEAFIHH", "Nordea Bank Finland"),
      ("OKOYFIHH", "OP Bank"), ("OPBKSE21", "Demo Bank One (EUR)"), ("ELLFSESS", "Länsförsäkringar Bank AB"),
    ])
  func documentedBanks(bicFi: String, name: String) {
    #expect(catalogue.bank(bicFi)?.name == name)
  }

  @Test("Every documented detail belongs to a bank, and no other bank has an invented one")
  func details() {
    for bicFi in BankDetails.documented.keys { #expect(catalogue.bank(bicFi) != nil) }
    for bank in catalogue.banks where BankDetails.documented[bank.bicFi] == nil {
      let details = bank.details
      let texts = [
        details.streetAddress, details.postalCode, details.companyNumber, details.phone, details.websiteURL,
      ]
      #expect(texts.joined() == "")
      #expect(details.globalPaymentProducts.isEmpty && details.authorizationMethods.isEmpty)
    }
  }
}
