import OpenPayments
import Testing

@Suite("Answers of the seed dialect")
struct DecodingSeedTests {
  private func countries(_ body: String) async throws -> [Country] {
    try await Fixture.answering(.seed, Target.seedCountries, body) { try await $0.countries() }
  }

  private func aspsps(_ body: String) async throws -> [ASPSP] {
    try await Fixture.answering(.seed, Target.seedASPSPs("SE", "1"), body) {
      try await $0.aspsps(in: "SE", cityId: "1")
    }
  }

  @Test("countries have their name in country")
  func countries() async throws {
    let countries = try await countries(#"{"data":[{"isoCountryCode":"SE","country":"Sweden"}],"time":"12:00"}"#)
    #expect(countries == [Country(isoCountryCode: "SE", name: "Sweden")])
  }

  @Test("cities have id and city, and belong to the country asked for")
  func cities() async throws {
    let cities = try await Fixture.answering(
      .seed, Target.seedCities("SE"), #"{"data":[{"id":"37efa883","city":"Södertälje"}],"time":7}"#
    ) { try await $0.cities(in: "SE") }
    #expect(cities == [City(cityId: "37efa883", name: "Södertälje", isoCountryCode: "SE")])
  }

  @Test("every member of an ASPSP is read")
  func aspsp() async throws {
    let body = """
      {"data":[{"id":"a1","bicFi":"ESSESESS","companyId":"502032-9081","name":"SEB ","phone":"+46-771 365 365",
      "postalAddress":[{"streetAddress":"Kungsträdgårdsgatan 8","postalCode":"106 40","city":"Stockholm",
      "cityId":"c1","isoCountryCode":"SE","country":"Sweden"}],"websiteUrl":"https://seb.se/",
      "logoUrl":"https://logo.test/ESSESESS.png"}],"time":null}
      """
    #expect(
      try await aspsps(body) == [
        ASPSP(
          bicFi: "ESSESESS", name: "SEB ", id: "a1", logoUrl: "https://logo.test/ESSESESS.png",
          websiteUrl: "https://seb.se/", phone: "+46-771 365 365", companyNumber: "502032-9081",
          postalAddresses: [
            PostalAddress(
              streetAddress: "Kungsträdgårdsgatan 8", postalCode: "106 40", city: "Stockholm", cityId: "c1",
              isoCountryCode: "SE", country: "Sweden")
          ])
      ])
  }

  @Test("a single object passes for a list of one, at the top and inside")
  func singleObjects() async throws {
    let aspsps = try await aspsps(#"{"data":{"bicFi":"A","postalAddress":{"city":"B"}}}"#)
    #expect(aspsps == [ASPSP(bicFi: "A", name: "", postalAddresses: [PostalAddress(city: "B")])])
  }

  @Test("numbers and flags pass for texts as sent, null for a missing member")
  func scalars() async throws {
    let aspsps = try await aspsps(
      #"{"data":[{"id":12345678901234567890.50,"bicFi":true,"name":null,"companyId":-0,"postalAddress":null}]}"#)
    #expect(aspsps == [ASPSP(bicFi: "true", name: "", id: "12345678901234567890.50", companyNumber: "-0")])
  }

  @Test("unknown members are kept byte for byte, in order, and so is what makes no sense")
  func additional() async throws {
    let aspsp = try await #require(
      aspsps(#"{"data":[{"z": {"a" : [1.0, "\u00e5"]},"bicFi":"A","phone":["1"],"y":null}]}"#).first)
    #expect(aspsp.phone == nil)
    #expect(aspsp.additional.map(\.name) == ["z", "phone", "y"])
    #expect(aspsp.additional.map(\.value.description) == [#"{"a" : [1.0, "\u00e5"]}"#, #"["1"]"#, "null"])
  }

  @Test("a list may come bare, be null, or hold nulls", arguments: ["[]", "null", "[null]"])
  func emptyLists(list: String) async throws {
    #expect(try await countries(#"{"data":\#(list)}"#).isEmpty)
  }

  @Test("a bare array is a list")
  func bareArray() async throws {
    #expect(try await countries(#"[{"isoCountryCode":"SE","country":"Sweden"}]"#).map(\.name) == ["Sweden"])
  }

  @Test("of a member sent twice the last counts")
  func duplicates() async throws {
    #expect(try await countries(#"[{"isoCountryCode":"SE","isoCountryCode":"FI"}]"#).map(\.isoCountryCode) == ["FI"])
  }

  @Test("escapes in names are resolved, and lone surrogates harm nobody")
  func strings() async throws {
    let names = try await countries(
      #"[{"country":"S\u00f6dra"},{"c\u006funtry":"\ud83c\uddf8"},{"country":"\ud800x"},{"country":"\u001b[2J"}]"#)
    #expect(names.map(\.name) == ["Södra", "🇸", "\u{FFFD}x", "\u{1B}[2J"])
  }
}
