import ExplorerStorage
import HTTPTypes
import OpenPayments

extension EffectRunner {
  func make(_ request: CallRequest, as caller: Caller) async {
    let meter = ReceivedMeter { count in
      Task { @MainActor [weak self] in self?.send(.call(caller.tag, .received(count))) }
    }
    let outcome = await Self.outcome(of: request, onReceived: meter.note) { () throws(LoadFailure) in
      try await self.connect(caller)
    }
    guard !Task.isCancelled else { return }
    send(.call(caller.tag, .answered(outcome)))
  }

  @concurrent
  private static func outcome(
    of request: CallRequest, onReceived: @escaping ReceivedBytes,
    connect: @Sendable () async throws(LoadFailure) -> OpenPaymentsClient
  ) async -> CallOutcome {
    do {
      let exchange = try await connect().get(
        request.path, fields: request.fields ?? [:], fieldsAreComplete: request.fields != nil,
        bodyLimit: CallRequest.bodyLimit, onReceived: onReceived)
      return .answered(Inspection(exchange))
    } catch {
      return .failed(LoadFailure(any: error))
    }
  }

  func token(of caller: Caller, for exchange: Exchange) async -> Result<Secret, LoadFailure> {
    do {
      let client = try await connect(caller)
      guard client.configuration.api.isBase(of: exchange.request) else {
        return .failure(
          LoadFailure(
            message:
              "This call went to \(exchange.request.authority ?? "another address"), and \(caller.profile.name) calls "
              + "\(client.configuration.api): no token goes with it.",
            suggestion: "\(key: .edit) makes the call there."))
      }
      return .success(try await client.token().value)
    } catch {
      return .failure(LoadFailure(any: error))
    }
  }
}
