import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("seed dialect")
struct SeedDialectTests {
  let client = TestClient()
  static let base = "/aspspinformation/v1/aspsps"
  static let stockholm = "37efa883-c8ad-4ff7-927b-b11b02beb923"

  private func get(_ path: String, scope: String = "aspspinformation") throws -> SandboxResponse {
    client.send(
      .get, Self.base + path,
      [
        .authorization: "Bearer \(try client.token(scope))", .cacheControl: "no-cache",
        .contentType: "application/json",
      ])
  }

  @Test("Every list is an envelope of data and time, and its items have the documented members only")
  func members() throws {
    let members: [String: Set<String>] = [
      "/countries": ["isoCountryCode", "country"],
      "/SE/cities": ["id", "city"],
      "/SE/cities/\(Self.stockholm)": [
        "id", "bicFi", "companyId", "name", "phone", "postalAddress", "websiteUrl", "logoUrl",
      ],
    ]
    for (path, names) in members {
      let response = try get(path)
      #expect(response.status == 200)
      #expect(response.head.headerFields[.contentType] == "application/json")
      #expect(Set(try response.object().keys) == ["data", "time"])
      #expect(try response.object()["time"] as? String == "2027-01-15T08:00:00Z")
      let items = try response.list("data")
      #expect(!items.isEmpty)
      for item in items { #expect(Set(item.keys) == names) }
    }
  }

  @Test("The way from Sweden through Stockholm leads to a bank with its documented record")
  func bank() throws {
    #expect(try get("/countries").strings("data", "country").contains("Sweden"))
    let cities = try get("/SE/cities").list("data")
    let stockholm = try #require(cities.first { $0["city"] as? String == "Stockholm" })
    let banks = try get("/SE/cities/\(stockholm["id"] as? String ?? "")").list("data")
    let bank = try #require(banks.first { $0["bicFi"] as? String == "ESSESESS" })
    #expect(bank["name"] as? String == "Skandinaviska Enskilda Banken AB ")
    #expect(bank["companyId"] as? String == "502032-9081")
    #expect(bank["phone"] as? String == "+46-771 365 365")
    #expect(bank["websiteUrl"] as? String == "https://seb.se/")
    let addresses = try #require(bank["postalAddress"] as? [[String: String]])
    #expect(
      addresses == [
        [
          "streetAddress": "Kungsträdgårdsgatan 8", "postalCode": "106 40", "city": "Stockholm",
          "cityId": Self.stockholm, "isoCountryCode": "SE", "country": "Sweden",
        ]
      ])
  }

  @Test("What is unknown is an empty text, never absent")
  func unknownTexts() throws {
    let cities = try get("/NO/cities").list("data")
    let tromsø = try #require(cities.first { $0["city"] as? String == "Tromsø" }?["id"] as? String)
    let bank = try #require(try get("/no/cities/\(tromsø.uppercased())").list("data").first)
    #expect(bank["companyId"] as? String == "")
    #expect(bank["phone"] as? String == "")
    #expect(bank["logoUrl"] as? String == "https://openbankingplatform.blob.core.windows.net/image/SNOWNO22.png")
  }

  @Test(
    "Unknown countries, cities and paths are 404, with a reason",
    arguments: [
      "/XX/cities", "/SWE/cities", "/SE/cities/unknown", "/SE/cities/00000000-0000-0000-0000-000000000000",
      "/FI/cities/\(stockholm)", "/SE", "/SE/cities/\(stockholm)/more", "/countries/", "/countries/SE", "", "/",
      "/SE/cities/%zz", "/SE/cities/..%2F..%2Fcountries", "//cities",
    ])
  func notFound(path: String) throws {
    let response = try get(path)
    #expect(response.status == 404)
    #expect(try response.object()["error"] as? String == "not_found")
  }

  @Test("The early client's headers are enough")
  func earlyClient() throws {
    let response = client.send(
      .get, "\(Self.base)/countries",
      [
        .authorization: "Bearer \(try client.token("aspspinformation"))",
        .accept: "text/html, image/gif, image/jpeg, */*; q=0.2", .acceptEncoding: "gzip",
      ])
    #expect(response.status == 200)
    #expect(response.head.headerFields[.contentEncoding] == nil)
  }

  @Test(
    "Any token with aspspinformation will do",
    arguments: [
      ("aspspinformation", 200), ("aspspinformation private", 200), ("private", 403), ("accountinformation", 403),
    ])
  func scopes(scope: String, status: Int) throws {
    let response = try get("/countries", scope: scope)
    #expect(response.status == status)
    let challenge = response.head.headerFields[.wwwAuthenticate]
    #expect((challenge?.contains("insufficient_scope") == true) == (status == 403))
  }

  @Test("Without a token the answer is 401 with a challenge, with another method 405 with the allowed one")
  func refusals() throws {
    let unauthorized = client.send(.get, "\(Self.base)/countries")
    #expect(unauthorized.status == 401)
    #expect(unauthorized.head.headerFields[.wwwAuthenticate] == "Bearer realm=\"sandbox\"")
    let wrongMethod = client.send(.post, "\(Self.base)/countries")
    #expect(wrongMethod.status == 405)
    #expect(wrongMethod.head.headerFields[.allow] == "GET")
  }
}
