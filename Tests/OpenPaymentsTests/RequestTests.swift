import OpenPayments
import Testing

@Suite("Requests as they are sent")
struct RequestTests {
  @Test("seed: the token request and a list request are those of the guide, field by field")
  func seed() async throws {
    let fixture = try Fixture(.seed, [.token(), StubAnswer(Target.seedCountries, #"{"data":[]}"#)])
    _ = try await fixture.client.countries()
    #expect(
      fixture.stub.requests.map(\.text) == [
        """
        POST https://auth.test/connect/token
        Cache-Control: no-cache
        Content-Type: application/x-www-form-urlencoded

        client_id=client-1&client_secret=s3cr%2Bt%2F%C3%A4%3D%26%25%7E&scope=aspspinformation&grant_type=client_credentials
        """,
        """
        GET https://api.test/aspspinformation/v1/aspsps/countries
        Authorization: Bearer token-1
        Cache-Control: no-cache
        Content-Type: application/json
        """,
      ])
  }

  @Test("psd2: every call of the API has an X-Request-ID of its own")
  func psd2() async throws {
    let answer = StubAnswer(Target.countries, #"{"countries":[]}"#)
    let fixture = try Fixture(.psd2, [.token(), answer, answer])
    for _ in 1...2 { _ = try await fixture.client.countries() }
    #expect(
      fixture.stub.requests.map(\.text) == [
        """
        POST https://auth.test/connect/token
        Cache-Control: no-cache
        Content-Type: application/x-www-form-urlencoded
        Accept: application/json

        client_id=client-1&client_secret=s3cr%2Bt%2F%C3%A4%3D%26%25%7E&scope=aspspinformation+private&grant_type=client_credentials
        """,
        """
        GET https://api.test/psd2/aspspinformation/v1/countries
        Authorization: Bearer token-1
        Accept: application/json
        X-Request-ID: 00000000-0000-4000-8000-000000000002
        """,
        """
        GET https://api.test/psd2/aspspinformation/v1/countries
        Authorization: Bearer token-1
        Accept: application/json
        X-Request-ID: 00000000-0000-4000-8000-000000000003
        """,
      ])
  }

  @Test("every endpoint has the path of its document")
  func paths() {
    let psd2 = "/psd2/aspspinformation/v1"
    #expect(Seed.countries.path == "/aspspinformation/v1/aspsps/countries")
    #expect(Seed.cities(in: "SE").path == "/aspspinformation/v1/aspsps/SE/cities")
    #expect(Seed.aspsps(in: "SE", cityId: "1").path == "/aspspinformation/v1/aspsps/SE/cities/1")
    #expect(PSD2.countries().path == "\(psd2)/countries")
    #expect(PSD2.countries(isoCountryCodes: ["SE", "FI"]).path == "\(psd2)/countries?isoCountryCodes=SE,FI")
    #expect(PSD2.country("SE").path == "\(psd2)/countries/SE")
    #expect(PSD2.cities().path == "\(psd2)/cities")
    #expect(
      PSD2.cities(isoCountryCodes: ["SE"], cityIds: ["1", "2"]).path == "\(psd2)/cities?isoCountryCodes=SE&cityIds=1,2")
    #expect(PSD2.city("1").path == "\(psd2)/cities/1")
    #expect(PSD2.aspsps(cityIds: ["1"]).path == "\(psd2)/aspsps?cityIds=1")
    #expect(PSD2.aspsp("ESSESESS").path == "\(psd2)/aspsps/ESSESESS")
  }

  @Test("what is put into a path stays one segment, what is put into a query one value")
  func escaping() {
    let base = "/aspspinformation/v1/aspsps/SE/cities"
    #expect(Seed.aspsps(in: "SE", cityId: "a/b?c#d e").path == "\(base)/a%2Fb%3Fc%23d%20e")
    #expect(Seed.aspsps(in: "SE", cityId: "..").path == "\(base)/%2E%2E")
    #expect(Seed.aspsps(in: "SE", cityId: "Å\r\nX: y%41").path == "\(base)/%C3%85%0D%0AX%3A%20y%2541")
    #expect(PSD2.aspsps(cityIds: ["a&b=c+d"]).path == "/psd2/aspspinformation/v1/aspsps?cityIds=a%26b%3Dc%2Bd")
  }

  @Test("psd2 asks for the ASPSPs of a city by the city alone")
  func cityAlone() async throws {
    let banks = try await Fixture.answering(.psd2, "GET /psd2/aspspinformation/v1/aspsps?cityIds=1", #"{"aspsps":[]}"#)
    {
      try await $0.aspsps(in: "SE", cityId: "1")
    }
    #expect(banks.isEmpty)
  }
}
