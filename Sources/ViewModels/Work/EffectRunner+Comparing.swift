import JSONText
import OpenPayments

extension EffectRunner {
  /// Makes one call for a comparison, beside others.
  func call(_ path: String, as caller: Caller, for key: SideKey) async {
    let result = await Self.answer(
      to: path, connect: { () throws(LoadFailure) in try await self.connect(caller) })
    guard !Task.isCancelled else { return }
    send(.comparison(.answered(key, result)))
  }

  func compare(_ pair: ComparedPair, _ comparison: Int) async {
    guard let difference = await Self.difference(pair), !Task.isCancelled else { return }
    send(.comparison(.compared(comparison, difference)))
  }

  @concurrent
  private static func difference(_ pair: ComparedPair) async -> ExchangeDifference? { try? ExchangeDifference(pair) }

  @concurrent
  static func clipping(of difference: ExchangeDifference) async -> Clipping? {
    difference.body.patch.map { Clipping($0.json.text(pretty: true), "the difference as JSON Patch") }
  }

  @concurrent
  private static func answer(
    to path: String, connect: @Sendable () async throws(LoadFailure) -> OpenPaymentsClient
  ) async -> Result<Inspection, LoadFailure> {
    do {
      let client = try await connect()
      return .success(Inspection(try await client.get(path, bodyLimit: CallRequest.bodyLimit)))
    } catch {
      return .failure(LoadFailure(any: error))
    }
  }
}
