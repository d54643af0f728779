import FoundationEssentials
public import OpenPayments

/// What is known of one profile's directory. Nothing in it is ever shown under another profile.
public struct Directory: Sendable, Equatable {
  public internal(set) var countries = Load<[Country]>()
  public internal(set) var cities: [String: Load<[City]>] = [:]
  public internal(set) var aspsps: [CityPlace: Load<[ASPSP]>] = [:]
  public internal(set) var details: [String: Load<ASPSP>] = [:]
  /// Since when each load under way has been running.
  private(set) var loading: [LoadKey: Date] = [:]
  /// How much of each answer has come.
  private(set) var received: [LoadKey: ReceivedCount] = [:]

  /// Whether nothing is unknown that can be asked for.
  public var isWhole: Bool {
    guard let countries = countries.latest?.value else { return false }
    return countries.allSatisfy { country in
      let code = country.isoCountryCode
      guard !code.isEmpty else { return true }
      return cities[code]?.latest?.value.allSatisfy {
        $0.cityId.isEmpty || aspsps[CityPlace(isoCountryCode: code, cityId: $0.cityId)]?.latest != nil
      } ?? false
    }
  }

  /// Whether anything is known of a load, if only that it is under way or has failed.
  func knows(_ key: LoadKey) -> Bool {
    switch key {
    case .countries: !countries.isUntouched
    case .cities(let code): !(cities[code]?.isUntouched ?? true)
    case .aspsps(let place): !(aspsps[place]?.isUntouched ?? true)
    case .detail(let bicFi): !(details[bicFi]?.isUntouched ?? true)
    }
  }

  mutating func begin(_ key: LoadKey, at now: Date) {
    loading[key] = now
    switch key {
    case .countries: countries.startedAt = now
    case .cities(let code): cities[code, default: .init()].startedAt = now
    case .aspsps(let place): aspsps[place, default: .init()].startedAt = now
    case .detail(let bicFi): details[bicFi, default: .init()].startedAt = now
    }
  }

  mutating func note(_ count: ReceivedCount, of key: LoadKey) {
    if loading[key] != nil { received[key] = count }
  }

  mutating func finish(_ key: LoadKey, _ outcome: LoadOutcome) {
    (loading[key], received[key]) = (nil, nil)
    switch (key, outcome) {
    case (.countries, .countries(let loaded)): countries = Load(latest: loaded)
    case (.cities(let code), .cities(let loaded)): cities[code] = Load(latest: loaded)
    case (.aspsps(let place), .aspsps(let loaded)): aspsps[place] = Load(latest: loaded)
    case (.detail(let bicFi), .detail(let loaded)): details[bicFi] = Load(latest: loaded)
    case (.countries, .failed(let failure)): countries.fail(failure)
    case (.cities(let code), .failed(let failure)): cities[code, default: .init()].fail(failure)
    case (.aspsps(let place), .failed(let failure)): aspsps[place, default: .init()].fail(failure)
    case (.detail(let bicFi), .failed(let failure)): details[bicFi, default: .init()].fail(failure)
    default: break
    }
  }

  /// Ends a load without an outcome; what was known before stays.
  ///
  /// - Returns: whether one was under way.
  @discardableResult
  mutating func forget(_ key: LoadKey) -> Bool {
    guard loading.removeValue(forKey: key) != nil else { return false }
    received[key] = nil
    switch key {
    case .countries: countries.startedAt = nil
    case .cities(let code): cities[code]?.startedAt = nil
    case .aspsps(let place): aspsps[place]?.startedAt = nil
    case .detail(let bicFi): details[bicFi]?.startedAt = nil
    }
    return true
  }
}

extension Load {
  mutating func fail(_ failure: LoadFailure) {
    startedAt = nil
    self.failure = failure.isCancelled && latest != nil ? nil : failure
  }
}
