import OpenPayments
import Testing

@Suite("Browsing the seed dialect, which has no list of all ASPSPs", .timeLimit(.minutes(1)))
struct SeedBrowsingTests {
  private func cities(_ country: String, _ ids: [String]) -> StubAnswer {
    let items = ids.map { #"{"id":"\#($0)","city":"City \#($0)"}"# }.joined(separator: ",")
    return StubAnswer(Target.seedCities(country), #"{"data":[\#(items)]}"#)
  }

  private func banks(_ country: String, _ city: String, _ bics: [String]) -> StubAnswer {
    let items = bics.map { #"{"bicFi":"\#($0)","name":"in \#(city)"}"# }.joined(separator: ",")
    return StubAnswer(Target.seedASPSPs(country, city), #"{"data":[\#(items)]}"#)
  }

  @Test("the ASPSPs of a country are those of its cities, each BIC once, in the cities' order")
  func merged() async throws {
    let gate = Gate()
    let fixture = try Fixture(
      .seed,
      [
        .token(), cities("SE", ["1", "2", "3"]), banks("SE", "1", ["A", "B", ""]).held(by: gate),
        banks("SE", "2", ["B", "C"]), banks("SE", "3", ["", "A"]),
      ])
    async let answer = fixture.client.aspsps(in: "SE")
    while fixture.stub.requests.count < 5 { try await Task.turn() }
    gate.open()
    #expect(try await answer.value.map(\.bicFi) == ["A", "B", "", "C", ""])
    #expect(try await answer.value.map(\.name) == ["in 1", "in 1", "in 1", "in 2", "in 3"])
    #expect(try await answer.earlier.map(\.operation) == [.cities, .aspsps, .aspsps])
    #expect(try await answer.exchange.url.hasSuffix("/cities/3"))
    fixture.stub.expectAllUsed()
  }

  @Test("a city without an id is not asked for, nor one twice")
  func noID() async throws {
    let fixture = try Fixture(.seed, [.token(), cities("SE", ["", "1", "1"]), banks("SE", "1", ["A"])])
    #expect(try await fixture.client.aspsps(in: "SE").value.map(\.bicFi) == ["A"])
    fixture.stub.expectAllUsed()
  }

  @Test("without a code, an id or a BIC nothing is called", arguments: Dialect.allCases)
  func nothingNamed(dialect: Dialect) async throws {
    let client = try Fixture(dialect, []).client
    for call in [
      { _ = try await client.cities(in: "") }, { _ = try await client.aspsps(in: "") },
      { _ = try await client.aspsps(in: "SE", cityId: "") }, { _ = try await client.aspsp("") },
    ] as [() async throws -> Void] {
      let error = await #expect(throws: OpenPaymentsError.self) { try await call() }
      #expect(error?.kind == .notFound && error?.exchange == nil)
    }
  }

  @Test("a country without cities has no ASPSPs")
  func noCities() async throws {
    let fixture = try Fixture(.seed, [.token(), cities("SE", [])])
    let answer = try await fixture.client.aspsps(in: "SE")
    #expect(answer.value.isEmpty)
    #expect(answer.exchange.operation == .cities)
    #expect(answer.earlier.isEmpty)
  }

  @Test("at most eight cities are asked at a time")
  func bounded() async throws {
    let ids = (1...20).map(String.init)
    let gates = ids.map { _ in Gate() }
    let fixture = try Fixture(
      .seed, [.token(), cities("SE", ids)] + zip(ids, gates).map { banks("SE", $0, [$0]).held(by: $1) })
    async let answer = fixture.client.aspsps(in: "SE")
    while fixture.stub.requests.count < 10 { try await Task.turn() }
    for _ in 1...200 { await Task.yield() }
    #expect(fixture.stub.requests.count == 10)
    for gate in gates { gate.open() }
    #expect(try await answer.value.map(\.bicFi) == ids)
  }

  @Test("the first city that fails ends the search and calls the others off")
  func failure() async throws {
    let fixture = try Fixture(
      .seed,
      [
        .token(), cities("SE", ["1", "2"]), StubAnswer(Target.seedASPSPs("SE", "1"), status: 500),
        banks("SE", "2", []).held(by: Gate()),
      ])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.aspsps(in: "SE") }
    #expect(error?.kind == .serverFault)
  }

  @Test("a BIC is searched country by country until it is found")
  func search() async throws {
    let countries = #"{"data":[{"isoCountryCode":"FI"},{"isoCountryCode":"SE"},{"isoCountryCode":"XX"}]}"#
    let fixture = try Fixture(
      .seed,
      [
        .token(), StubAnswer(Target.seedCountries, countries), cities("FI", ["1"]), banks("FI", "1", ["A"]),
        cities("SE", ["2"]), banks("SE", "2", ["B"]),
      ])
    let answer = try await fixture.client.aspsp("B")
    #expect(answer.value.bicFi == "B")
    #expect(answer.exchange.url.hasSuffix("/SE/cities/2"))
    #expect(answer.earlier.map(\.operation) == [.countries, .cities, .aspsps, .cities])
    fixture.stub.expectAllUsed()
  }

  @Test("a BIC that no city lists is not found")
  func notFound() async throws {
    let countries = #"{"data":[{"isoCountryCode":"FI"}]}"#
    let error = try await Fixture.error(
      .seed, [.token(), StubAnswer(Target.seedCountries, countries), cities("FI", ["1"]), banks("FI", "1", ["A"])]
    ) { _ = try await $0.aspsp("B") }
    #expect(error.kind == .notFound)
    #expect(error.description == "not found; check the country, city or BIC")
  }
}
