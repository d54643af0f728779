import OpenPayments
import Testing

@Suite("Answers of the psd2 dialect")
struct DecodingPSD2Tests {
  private static let root = "GET /psd2/aspspinformation/v1"

  private func aspsps(_ body: String) async throws -> [ASPSP] {
    try await Fixture.answering(.psd2, "\(Self.root)/aspsps?isoCountryCodes=SE", body) { try await $0.aspsps(in: "SE") }
  }

  private func aspsp(_ body: String) async throws -> ASPSP {
    try await Fixture.answering(.psd2, "\(Self.root)/aspsps/ESSESESS", body) { try await $0.aspsp("ESSESESS") }
  }

  @Test("countries, and one country")
  func countries() async throws {
    let sweden = Country(isoCountryCode: "SE", name: "Sweden", id: "fa2b20bd")
    let item = #"{"isoCountryCode":"SE","name":"Sweden","id":"fa2b20bd"}"#
    let list = try await Fixture.answering(.psd2, Target.countries, #"{"countries":[\#(item)]}"#) {
      try await $0.countries()
    }
    #expect(list == [sweden])
    let one = try await Fixture.answering(.psd2, "\(Self.root)/countries/SE", item) {
      try await $0.send(PSD2.country("SE"))
    }
    #expect(one == sweden)
  }

  @Test("cities, and one city; a list for one country lends its items that country")
  func cities() async throws {
    let list = try await Fixture.answering(
      .psd2, "\(Self.root)/cities?isoCountryCodes=SE",
      #"{"cities":[{"cityId":"c1","name":"Stockholm","countryId":"k1"},{"cityId":"c2","name":"B","isoCountryCode":"FI"}]}"#
    ) { try await $0.cities(in: "SE") }
    #expect(
      list == [
        City(cityId: "c1", name: "Stockholm", isoCountryCode: "SE", countryId: "k1"),
        City(cityId: "c2", name: "B", isoCountryCode: "FI"),
      ])
    let one = try await Fixture.answering(.psd2, "\(Self.root)/cities/c1", #"{"cityId":"c1","name":"Stockholm"}"#) {
      try await $0.send(PSD2.city("c1"))
    }
    #expect(one == City(cityId: "c1", name: "Stockholm"))
  }

  @Test("an ASPSP in a list has three members, and may tell its country")
  func list() async throws {
    let banks = try await aspsps(
      #"{"aspsps":[{"bicFi":"ESSESESS","name":"SEB ","logoUrl":"https://l.test/1.png"},{"bicFi":"B","countryCode":"SE"}]}"#
    )
    #expect(
      banks == [
        ASPSP(bicFi: "ESSESESS", name: "SEB ", logoUrl: "https://l.test/1.png"),
        ASPSP(bicFi: "B", name: "", postalAddresses: [PostalAddress(isoCountryCode: "SE")]),
      ])
  }

  @Test(
    "the list may be called aspSPs, or come bare", arguments: [#"{"aspSPs":[{"bicFi":"A"}]}"#, #"[{"bicFi":"A"}]"#])
  func otherEnvelopes(body: String) async throws {
    #expect(try await aspsps(body).map(\.bicFi) == ["A"])
  }

  @Test("every member of a detail is read")
  func detail() async throws {
    let body = """
      {"bicFi":"ESSESESS","name":"Swedbank","logoUrl":"l","city":"Stockholm","country":"Sweden","postalCode":"105 34",
      "streetAddress":"Landsvägen 40","companyNumber":"502017-7753","phone":"+46","websiteUrl":"w",
      "globalPaymentProducts":["domestic",7],"paymentProducts":[],"id":"i",
      "supportedAuthorizationMethods":[{"name":"Decoupled","uri":"","x":1}],
      "affiliatedAspsps":[{"id":"08999","name":"Swedbank"}],"paymentInitiation":{"signingBasketLimit":100}}
      """
    let aspsp = try await aspsp(body)
    #expect(
      aspsp
        == ASPSP(
          bicFi: "ESSESESS", name: "Swedbank", id: "i", logoUrl: "l", websiteUrl: "w", phone: "+46",
          companyNumber: "502017-7753",
          postalAddresses: [
            PostalAddress(
              streetAddress: "Landsvägen 40", postalCode: "105 34", city: "Stockholm", country: "Sweden")
          ],
          globalPaymentProducts: ["domestic", "7"], paymentProducts: [],
          supportedAuthorizationMethods: [
            AuthorizationMethod(
              name: "Decoupled", uri: "", additional: [.init(name: "x", value: JSONFragment(bytes: Array("1".utf8)))])
          ],
          affiliatedAspsps: [AffiliatedASPSP(id: "08999", name: "Swedbank")],
          additional: [
            .init(name: "paymentInitiation", value: JSONFragment(bytes: Array(#"{"signingBasketLimit":100}"#.utf8)))
          ]))
  }

  @Test("one item passes for a list, and what fits in no way stays among the additional members")
  func looseLists() async throws {
    let aspsp = try await aspsp(
      #"{"bicFi":"A","globalPaymentProducts":"domestic","affiliatedAspsps":{"id":7},"paymentProducts":["a",{},null]}"#)
    #expect(aspsp.globalPaymentProducts == ["domestic"])
    #expect(aspsp.affiliatedAspsps == [AffiliatedASPSP(id: "7", name: "")])
    #expect(aspsp.paymentProducts == ["a"])
    #expect(aspsp.additional.map(\.value.description) == [#"["a",{},null]"#])
  }

  @Test(
    "what is no list is an error and never an empty list",
    arguments: [
      "{}", #"{"data":[]}"#, #"{"countries":[]}"#, #"{"aspsps":7}"#, #"{"aspsps":"none"}"#, #"{"aspsps":[7]}"#,
      #"{"aspsps":[[]]}"#, "7", "null", "true", #""text""#, #"[{"bicFi":"A"},"B"]"#,
    ])
  func noList(body: String) async throws {
    let error = try await unusable(body)
    guard case .unusable(.unexpected) = error.kind else {
      Issue.record("kind is \(error.kind)")
      return
    }
  }

  @Test(
    "tppMessages with a good status are an error",
    arguments: [
      #"{"tppMessages":[{"category":"ERROR","code":"SERVICE_BLOCKED","text":"no"}]}"#,
      #"{"aspsps":[],"tppMessages":[{"category":"ERROR","code":"SERVICE_BLOCKED","text":"no"}]}"#,
    ])
  func messages(body: String) async throws {
    let error = try await unusable(body)
    #expect(error.kind == .unusable(.messages))
    #expect(error.words?.summary == "SERVICE_BLOCKED: no")
  }

  @Test(
    "a detail without what names it is an error",
    arguments: ["{}", "[]", "null", #"{"bicFi":null}"#, #"{"bicFi":{}}"#, #"{"aspsps":[{"bicFi":"A"}]}"#])
  func noDetail(body: String) async throws {
    let error = try await Fixture.error(.psd2, [.token(), StubAnswer("\(Self.root)/aspsps/A", body)]) {
      _ = try await $0.aspsp("A")
    }
    guard case .unusable(.unexpected) = error.kind else {
      Issue.record("kind is \(error.kind)")
      return
    }
  }

  private func unusable(_ body: String) async throws -> OpenPaymentsError {
    try await Fixture.error(.psd2, [.token(), StubAnswer("\(Self.root)/aspsps?isoCountryCodes=SE", body)]) {
      _ = try await $0.aspsps(in: "SE")
    }
  }
}
