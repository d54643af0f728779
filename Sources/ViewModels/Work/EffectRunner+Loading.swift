import FoundationEssentials
import OpenPayments

extension EffectRunner {
  func load(_ key: LoadKey, as caller: Caller) async {
    let meter = ReceivedMeter { count in
      Task { @MainActor [weak self] in self?.send(.loadReceived(caller.tag, key, count)) }
    }
    let outcome = await Self.outcome(
      of: key,
      connect: { () throws(LoadFailure) in try await self.connect(caller).telling(meter.note) }, now: now)
    guard !Task.isCancelled else { return }
    send(.loaded(caller.tag, key, outcome))
  }

  @concurrent
  static func outcome(
    of key: LoadKey, connect: @Sendable () async throws(LoadFailure) -> OpenPaymentsClient,
    now: @Sendable () -> Date
  ) async -> LoadOutcome {
    do {
      let client = try await connect()
      switch key {
      case .countries:
        let answer = try await client.countries()
        return .countries(Loaded(value: answer.value, inspection: Inspection(answer.exchange), at: now()))
      case .cities(let code):
        let answer = try await client.cities(in: code)
        return .cities(Loaded(value: answer.value, inspection: Inspection(answer.exchange), at: now()))
      case .aspsps(let place):
        let answer = try await client.aspsps(in: place.isoCountryCode, cityId: place.cityId)
        return .aspsps(Loaded(value: answer.value, inspection: Inspection(answer.exchange), at: now()))
      case .detail(let bicFi):
        let answer = try await client.aspsp(bicFi)
        return .detail(Loaded(value: answer.value, inspection: Inspection(answer.exchange), at: now()))
      }
    } catch {
      return .failed(LoadFailure(any: error))
    }
  }
}
