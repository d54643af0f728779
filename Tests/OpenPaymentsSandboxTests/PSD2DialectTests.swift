import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("psd2 dialect")
struct PSD2DialectTests {
  let client = TestClient()
  static let base = "/psd2/aspspinformation/v1"
  static let stockholm = "37efa883-c8ad-4ff7-927b-b11b02beb923"
  static let helsinki = "ba9dd929-1408-33a6-3ce2-bc45fcfaaa5c"

  private func get(_ path: String) throws -> SandboxResponse {
    let response = client.get(Self.base + path, token: try client.token("aspspinformation private"))
    #expect(response.head.headerFields[values: .xRequestID] == [TestClient.requestID])
    return response
  }

  @Test("Every item has the documented members only")
  func members() throws {
    let members: [(path: String, list: String, names: Set<String>)] = [
      ("/countries", "countries", ["id", "isoCountryCode", "name"]),
      ("/cities", "cities", ["cityId", "name", "isoCountryCode"]),
      ("/aspsps", "aspsps", ["bicFi", "name", "logoUrl"]),
    ]
    for (path, list, names) in members {
      let response = try get(path)
      #expect(response.status == 200)
      #expect(response.head.headerFields[.contentType] == "application/json")
      #expect(Set(try response.object().keys) == [list])
      let items = try response.list(list)
      #expect(!items.isEmpty)
      for item in items {
        #expect(Set(item.keys) == names)
        #expect(item.values.allSatisfy { $0 is String })
      }
    }
  }

  @Test("A country's and a city's detail equal their list items, in whatever case they are asked for")
  func placeDetails() throws {
    for code in ["SE", "se", "Se"] {
      let item = try get("/countries").list("countries").first { $0["isoCountryCode"] as? String == "SE" }
      #expect(try get("/countries/\(code)").object() as NSDictionary == item as NSDictionary?)
    }
    for id in [Self.helsinki, Self.helsinki.uppercased()] {
      let item = try get("/cities").list("cities").first { $0["cityId"] as? String == Self.helsinki }
      #expect(try get("/cities/\(id)").object() as NSDictionary == item as NSDictionary?)
    }
    #expect(try get("/countries/SE").object()["id"] as? String == "fa2b20bd-6148-318c-bfdf-a5782cd0b54b")
  }

  @Test("Swedbank's detail is as documented")
  func swedbank() throws {
    let bank = try get("/aspsps/SWEDSESS").object()
    let expected: [String: Any] = [
      "bicFi": "SWEDSESS", "name": "Swedbank",
      "logoUrl": "https://opeopenbanking.blob.core.windows.net/images/SWEDSESS.png",
      "city": "Stockholm", "country": "Sweden", "postalCode": "105 34", "streetAddress": "Landsvägen 40",
      "companyNumber": "502017-7753", "phone": "+46-8-585 900 00", "websiteUrl": "https://www.swedbank.se",
      "globalPaymentProducts": ["domestic", "international", "swedish-giro"],
      "supportedAuthorizationMethods": [
        ["name": "OAuth2", "uri": "http://127.0.0.1:4711/.well-known/openid-configuration"],
        ["name": "Decoupled", "uri": ""],
      ],
      "affiliatedAspsps": [
        ["id": "08999", "name": "Swedbank"], ["id": "08114", "name": "Södra Dalarnas Sparbank AB"],
      ],
    ]
    #expect(bank as NSDictionary == expected as NSDictionary)
  }

  @Test(
    "The other documented details are as documented",
    arguments: [
      ("ESSESESS", "106 40", "Kungsträdgårdsgatan 8", ["sepa-credit-transfers", "domestic", "international"]),
      ("HANDSESS", "106 70", "Kungsträdgårdsgatan 2", ["sepa-credit-transfers", "domestic"]),
      ("NDEASESS", "", "", ["domestic", "swedish-giro"]), ("OKOYFIHH", "", "", ["sepa-credit-transfers"]),
    ])
  func documentedDetails(bicFi: String, postalCode: String, streetAddress: String, products: [String]) throws {
    let bank = try get("/aspsps/\(bicFi)").object()
    #expect(bank["postalCode"] as? String == postalCode)
    #expect(bank["streetAddress"] as? String == streetAddress)
    #expect(bank["globalPaymentProducts"] as? [String] == products)
    #expect((bank["affiliatedAspsps"] as? [Any])?.isEmpty == true)
  }

  @Test("Every listed bank has a complete detail with the same BIC and name")
  func allDetails() throws {
    let texts = [
      "bicFi", "name", "logoUrl", "city", "country", "postalCode", "streetAddress", "companyNumber", "phone",
      "websiteUrl",
    ]
    let lists = ["globalPaymentProducts", "supportedAuthorizationMethods", "affiliatedAspsps"]
    let token = try client.token("aspspinformation corporate")
    for item in try get("/aspsps").list("aspsps") {
      let bicFi = try #require(item["bicFi"] as? String)
      let bank = try client.get("\(Self.base)/aspsps/\(bicFi)", token: token).object()
      #expect(bank["bicFi"] as? String == bicFi)
      #expect(bank["name"] as? String == item["name"] as? String)
      #expect(bank["logoUrl"] as? String != item["logoUrl"] as? String)
      #expect(texts.allSatisfy { bank[$0] is String })
      #expect(lists.allSatisfy { bank[$0] is [Any] })
      #expect(bank.count == texts.count + lists.count)
    }
  }

  // MARK: Filters

  @Test("Filters form a union, not an intersection")
  func union() throws {
    func bics(_ query: String) throws -> Set<String> { Set(try get("/aspsps?\(query)").strings("aspsps", "bicFi")) }
    let swedish = try bics("isoCountryCodes=SE")
    let inHelsinki = try bics("cityIds=\(Self.helsinki)")
    #expect(swedish.contains("SPSDSE23") && inHelsinki.contains("OKOYFIHH"))
    #expect(!inHelsinki.contains("AABAFI22"))
    #expect(try bics("isoCountryCodes=SE&cityIds=\(Self.helsinki)") == swedish.union(inHelsinki))
    #expect(try bics("isoCountryCodes=SE&cityIds=\(Self.stockholm)") == swedish)
  }

  @Test("Cities are filtered by country, by id, or by both as a union")
  func cities() throws {
    #expect(try get("/cities?cityIds=\(Self.stockholm)").strings("cities", "name") == ["Stockholm"])
    let finnish = try get("/cities?isoCountryCodes=FI").strings("cities", "name")
    #expect(Set(finnish) == ["Helsinki", "Espoo", "Mariehamn"])
    let both = try get("/cities?isoCountryCodes=FI&cityIds=\(Self.stockholm)").strings("cities", "name")
    #expect(Set(both) == ["Helsinki", "Espoo", "Mariehamn", "Stockholm"])
  }

  @Test(
    "Commas, encoded commas, repeated parameters and any mixture of them mean the same",
    arguments: [
      "isoCountryCodes=SE,FI", "isoCountryCodes=SE%2CFI", "isoCountryCodes=SE%2cFI", "isoCountryCodes=se,fi",
      "isoCountryCodes=SE&isoCountryCodes=FI", "isoCountryCodes=FI,SE&isoCountryCodes=SE", "x=1&isoCountryCodes=SE,FI&",
    ])
  func spellings(query: String) throws {
    #expect(try get("/countries?\(query)").strings("countries", "name") == ["Sweden", "Finland"])
  }

  @Test("The demo bank without a town is in the list of its country and in no city's")
  func demoBank() throws {
    #expect(try get("/aspsps").strings("aspsps", "bicFi").contains("OPBKSE21"))
    #expect(try get("/aspsps?isoCountryCodes=SE").strings("aspsps", "bicFi").contains("OPBKSE21"))
    #expect(try !get("/aspsps?cityIds=\(Self.stockholm)").strings("aspsps", "bicFi").contains("OPBKSE21"))
    #expect(try get("/aspsps/OPBKSE21").object()["city"] as? String == "")
  }

  @Test(
    "An unknown but well-formed filter value finds nothing",
    arguments: ["isoCountryCodes=ZZ", "cityIds=00000000-0000-0000-0000-000000000000", "isoCountryCodes=UK"])
  func unknownValues(query: String) throws {
    for list in ["cities", "aspsps"] {
      let response = try get("/\(list)?\(query)")
      #expect(response.status == 200)
      #expect(response.text == "{\"\(list)\":[]}")
    }
  }

  @Test(
    "An empty filter is no filter",
    arguments: [
      ("cityIds=", ""), ("isoCountryCodes=", ""), ("isoCountryCodes", ""), ("isoCountryCodes=&cityIds=", ""),
      ("isoCountryCodes=SE&cityIds=", "isoCountryCodes=SE"),
      ("isoCountryCodes=&isoCountryCodes=SE", "isoCountryCodes=SE"),
      ("isoCountryCodes=&cityIds=\(stockholm)", "cityIds=\(stockholm)"),
    ])
  func emptyFilters(query: String, same: String) throws {
    for list in ["cities", "aspsps"] {
      let response = try get("/\(list)?\(query)")
      #expect(response.status == 200)
      #expect(try response.text == get("/\(list)?\(same)").text)
    }
    guard !query.contains(Self.stockholm) else { return }
    #expect(try get("/countries?\(query)").text == get("/countries?\(same)").text)
  }

  @Test(
    "A malformed filter value is a format error",
    arguments: [
      "isoCountryCodes=SWE", "isoCountryCodes=,", "isoCountryCodes=SE,", "isoCountryCodes=%20", "isoCountryCodes=SE;FI",
      "isoCountryCodes=%zz",
      "isoCountryCodes=S%00", "cityIds=Stockholm", "cityIds=\(stockholm),x", "isoCountryCodes=SE&cityIds=1",
      "isoCountryCodes=%C3%85",
    ])
  func malformedValues(query: String) throws {
    let response = try get("/aspsps?\(query)")
    #expect(response.status == 400)
    #expect(try response.tppCode() == "FORMAT_ERROR")
  }
}
