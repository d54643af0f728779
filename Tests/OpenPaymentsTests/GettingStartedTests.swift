import OpenPayments
import Testing

/// The code of the article "Getting started", so that it keeps compiling.
@Suite("Getting started")
struct GettingStartedTests {
  @Test("the article's client is made without any call")
  func client() throws {
    let clientID = "id"
    let clientSecret = "secret"
    let configuration = OpenPaymentsClient.Configuration(
      auth: try BaseURL("https://auth.example"),
      api: try BaseURL("https://api.example"),
      credentials: Credentials(
        clientID: clientID, clientSecret: Secret(clientSecret), scopes: Dialect.psd2.defaultScopes),
      dialect: .psd2)
    let client = OpenPaymentsClient(configuration, transport: try AsyncHTTPTransport())
    #expect(client.configuration.credentials.scope == "aspspinformation private")
  }

  @Test("the article's calls bring what it says")
  func browse() async throws {
    let fixture = try Fixture(
      .psd2,
      [
        .token(), StubAnswer(Target.countries, #"{"countries":[]}"#),
        StubAnswer("GET /psd2/aspspinformation/v1/aspsps?isoCountryCodes=SE", #"{"aspsps":[{"name":"SEB"}]}"#),
        StubAnswer("GET /psd2/aspspinformation/v1/aspsps/ESSESESS", status: 404),
      ])
    let client = fixture.client
    let countries = try await client.countries().value
    let banks = try await client.aspsps(in: "SE")
    #expect(countries.isEmpty)
    #expect(banks.value.map(\.name) == ["SEB"])
    #expect(banks.exchange.status == 200)
    do {
      _ = try await client.aspsp("ESSESESS")
      Issue.record("found")
    } catch {
      #expect(error.message == "not found (404)")
      #expect(error.suggestion == "check the country, city or BIC")
    }
  }
}
