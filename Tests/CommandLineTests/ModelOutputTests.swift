import JSONText
import OpenPayments
import Testing

@testable import opx

struct ModelOutputTests {
  @Test("countries and cities have the same members in both dialects; the rest is additional")
  func lists() {
    let countries = [
      Country(isoCountryCode: "SE", name: "Sweden"),
      Country(
        isoCountryCode: "FI", name: "Fin\u{1B}land", id: "f1",
        additional: [AdditionalMember(name: "n", value: JSONFragment(bytes: Array("1.50e400".utf8)))]),
    ]
    #expect(
      String(decoding: Listing.countries.document(countries), as: UTF8.self) == """
        [
        {"isoCountryCode":"SE","name":"Sweden"},
        {"isoCountryCode":"FI","name":"Fin\\u001bland","additional":{"id":"f1","n":1.50e400}}
        ]

        """)
    let city = City(cityId: "c", name: "Åby", isoCountryCode: "SE", countryId: "k")
    #expect(
      JSONOutput(city).text() == #"{"cityId":"c","name":"Åby","isoCountryCode":"SE","additional":{"countryId":"k"}}"#)
  }

  private let aspsp = ASPSP(
    bicFi: "HANDSESS", name: "Handelsbanken ", id: "1", logoUrl: "l", websiteUrl: "w", phone: "p", companyNumber: "n",
    postalAddresses: [
      PostalAddress(
        streetAddress: "s", postalCode: "106 70", city: "Stockholm", isoCountryCode: "SE", country: "Sweden",
        additional: [AdditionalMember(name: "floor", value: JSONFragment(bytes: Array("2".utf8)))]),
      PostalAddress(city: "Umeå"),
    ],
    globalPaymentProducts: ["domestic"], paymentProducts: [],
    supportedAuthorizationMethods: [AuthorizationMethod(name: "Decoupled", uri: "")],
    affiliatedAspsps: [AffiliatedASPSP(id: "08", name: "Sparbanken")],
    additional: [AdditionalMember(name: "x", value: JSONFragment(bytes: Array("null".utf8)))])

  @Test("an ASPSP is one flat object with its first address in it")
  func detail() {
    #expect(
      JSONOutput(aspsp).text() == """
        {"bicFi":"HANDSESS","name":"Handelsbanken ","id":"1","logoUrl":"l","streetAddress":"s","postalCode":"106 70",\
        "city":"Stockholm","country":"Sweden","isoCountryCode":"SE","companyNumber":"n","phone":"p","websiteUrl":"w",\
        "globalPaymentProducts":["domestic"],"paymentProducts":[],\
        "supportedAuthorizationMethods":[{"name":"Decoupled","uri":""}],\
        "affiliatedAspsps":[{"id":"08","name":"Sparbanken"}],"postalAddresses":[{"city":"Umeå"}],\
        "additional":{"x":null,"floor":2}}
        """)
    #expect(JSONOutput(ASPSP(bicFi: "", name: "")).text() == #"{"bicFi":"","name":""}"#)
  }

  @Test("the table of an ASPSP names each member that has a value")
  func table() {
    let rows = aspsp.table.rows
    #expect(rows.first == ["bicFi", "HANDSESS"])
    #expect(rows.contains(["supportedAuthorizationMethods", "Decoupled"]))
    #expect(rows.contains(["affiliatedAspsps", "08 Sparbanken"]))
    #expect(rows.contains(["postalAddresses", "Umeå"]))
    #expect(rows.contains(["additional.floor", "2"]))
    #expect(!rows.contains { $0[0] == "paymentProducts" })
  }
}
