/// Browsing in either dialect: countries, their cities, the ASPSPs there.
extension OpenPaymentsClient {
  /// The countries in which the platform reaches ASPSPs.
  public func countries() async throws(OpenPaymentsError) -> Answer<[Country]> {
    switch configuration.dialect {
    case .seed: try await send(Seed.countries)
    case .psd2: try await send(PSD2.countries())
    }
  }

  /// - Parameter isoCountryCode: ISO 3166-1 alpha-2. None, as a country without a code has, is ``OpenPaymentsError/Kind/notFound`` without a
  ///   call: an empty filter would find all cities.
  public func cities(in isoCountryCode: String) async throws(OpenPaymentsError) -> Answer<[City]> {
    guard !isoCountryCode.isEmpty else { throw OpenPaymentsError(.notFound, operation: .cities) }
    return switch configuration.dialect {
    case .seed: try await send(Seed.cities(in: isoCountryCode))
    case .psd2: try await send(PSD2.cities(isoCountryCodes: [isoCountryCode]))
    }
  }

  /// The ASPSPs of one city. psd2 asks by the city alone, because its filters are a union. For a city without an id that
  /// is ``OpenPaymentsError/Kind/notFound`` without a call.
  public func aspsps(in isoCountryCode: String, cityId: String) async throws(OpenPaymentsError) -> Answer<[ASPSP]> {
    guard !cityId.isEmpty, configuration.dialect == .psd2 || !isoCountryCode.isEmpty else {
      throw OpenPaymentsError(.notFound, operation: .aspsps)
    }
    return switch configuration.dialect {
    case .seed: try await send(Seed.aspsps(in: isoCountryCode, cityId: cityId))
    case .psd2: try await send(PSD2.aspsps(cityIds: [cityId]))
    }
  }

  /// All ASPSPs of a country. In seed this asks every city, a few at a time, and merges the answers by BIC.
  public func aspsps(in isoCountryCode: String) async throws(OpenPaymentsError) -> Answer<[ASPSP]> {
    guard !isoCountryCode.isEmpty else { throw OpenPaymentsError(.notFound, operation: .aspsps) }
    guard configuration.dialect == .seed else { return try await send(PSD2.aspsps(isoCountryCodes: [isoCountryCode])) }
    let cities = try await cities(in: isoCountryCode)
    let ids = Self.named(cities.value.map(\.cityId))
    let answers = try await concurrently(ids) { client, cityId throws(OpenPaymentsError) in
      try await client.aspsps(in: isoCountryCode, cityId: cityId)
    }
    let calls = cities.earlier + [cities.exchange] + answers.flatMap { $0.earlier + [$0.exchange] }
    return Answer(
      Self.mergedByBIC(answers.flatMap(\.value)), exchange: calls.last ?? cities.exchange, earlier: calls.dropLast())
  }

  /// One ASPSP with all its details. seed has no such call: there the countries are searched one after another.
  ///
  /// - Throws: kind ``OpenPaymentsError/Kind/notFound`` if no city lists it.
  public func aspsp(_ bicFi: String) async throws(OpenPaymentsError) -> Answer<ASPSP> {
    guard !bicFi.isEmpty else { throw OpenPaymentsError(.notFound, operation: .aspsp) }
    guard configuration.dialect == .seed else { return try await send(PSD2.aspsp(bicFi)) }
    let countries = try await countries()
    var calls = countries.earlier + [countries.exchange]
    for code in Self.named(countries.value.map(\.isoCountryCode)) {
      let answer = try await aspsps(in: code)
      calls += answer.earlier
      if let found = answer.value.first(where: { $0.bicFi == bicFi }) {
        return Answer(found, exchange: answer.exchange, earlier: calls)
      }
      calls.append(answer.exchange)
    }
    throw OpenPaymentsError(.notFound, operation: .aspsp)
  }

  /// Those that something can be asked for by, each once.
  private static func named(_ names: [String]) -> [String] {
    var seen: Set<String> = [""]
    return names.filter { seen.insert($0).inserted }
  }

  /// The first of each BIC, in order; those without a BIC are all kept.
  private static func mergedByBIC(_ aspsps: [ASPSP]) -> [ASPSP] {
    var seen: Set<String> = []
    return aspsps.filter { $0.bicFi.isEmpty || seen.insert($0.bicFi).inserted }
  }

  /// Runs a call for each input, at most eight at a time, and brings the answers in the inputs' order. The first
  /// failure cancels the rest.
  private func concurrently<Input: Sendable, Value: Sendable>(
    _ inputs: [Input],
    _ call: @escaping @Sendable (OpenPaymentsClient, Input) async throws(OpenPaymentsError) -> Answer<Value>
  ) async throws(OpenPaymentsError) -> [Answer<Value>] {
    typealias Outcome = Result<Answer<Value>, OpenPaymentsError>
    let result = await withTaskGroup(of: (Int, Outcome).self) { group -> Result<[Answer<Value>], OpenPaymentsError> in
      var answers = [Answer<Value>?](repeating: nil, count: inputs.count)
      for (position, input) in inputs.enumerated() {
        if position >= 8, let failure = await Self.collect(&group, into: &answers) { return .failure(failure) }
        group.addTask {
          do throws(OpenPaymentsError) { return (position, .success(try await call(self, input))) } catch {
            return (position, .failure(error))
          }
        }
      }
      while !group.isEmpty {
        if let failure = await Self.collect(&group, into: &answers) { return .failure(failure) }
      }
      return .success(answers.compactMap { $0 })
    }
    return try result.get()
  }

  /// Takes in the next outcome; if it is a failure, cancels the rest and returns it.
  private static func collect<Value>(
    _ group: inout TaskGroup<(Int, Result<Answer<Value>, OpenPaymentsError>)>, into answers: inout [Answer<Value>?]
  ) async -> OpenPaymentsError? {
    guard let (position, outcome) = await group.next() else { return nil }
    switch outcome {
    case .success(let answer): answers[position] = answer
    case .failure(let error):
      group.cancelAll()
      return error
    }
    return nil
  }
}
