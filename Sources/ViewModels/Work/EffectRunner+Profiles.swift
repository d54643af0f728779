import ExplorerStorage
import OpenPayments

extension EffectRunner {
  func read(_ files: ProfileFiles) async { send(.profilesRead(await files.read())) }

  func apply(_ change: ProfileChange, in files: ProfileFiles) async {
    send(.profilesChanged(change, await files.apply(change)))
  }

  func lookForTokens(of callers: [Caller], in files: ProfileFiles) async {
    for caller in callers {
      if let until = await files.keptToken(caller.profile), until > now() { send(.tokenSeen(caller.tag, until: until)) }
    }
  }

  func allow(_ hosts: [String], in files: ProfileFiles) async {
    await files.allow(hosts)
    send(.hostsAllowed(hosts))
  }

  /// A token, then the countries; each step is told.
  func test(_ caller: Caller) async {
    let token = await Self.token(of: caller, connect)
    guard !Task.isCancelled else { return }
    send(.profiles(.tested(caller.tag, .token(token.result), advice: token.advice)))
    guard case .success = token.result else { return }
    let countries = await Self.countries(of: caller, connect)
    guard !Task.isCancelled else { return }
    send(.profiles(.tested(caller.tag, .countries(countries.result), advice: countries.advice)))
  }

  @concurrent
  private static func token(
    of caller: Caller, _ connect: Connect
  ) async -> (result: Result<ProfileTest.TokenFact, LoadFailure>, advice: String?) {
    do {
      let client = try await connect(caller)
      let token = try await client.token()
      return (
        .success(
          .init(
            scopes: token.grantedScopes ?? caller.profile.scopes, wasKept: token.exchange == nil,
            inspection: token.exchange.map(Inspection.init))), nil
      )
    } catch {
      return (.failure(LoadFailure(any: error)), caller.profile.advice(any: error))
    }
  }

  @concurrent
  private static func countries(
    of caller: Caller, _ connect: Connect
  ) async -> (result: Result<ProfileTest.CountriesFact, LoadFailure>, advice: String?) {
    do {
      let answer = try await connect(caller).countries()
      return (.success(.init(count: answer.value.count, inspection: Inspection(answer.exchange))), nil)
    } catch {
      return (.failure(LoadFailure(any: error)), caller.profile.advice(any: error))
    }
  }
}

extension Profile {
  fileprivate func advice(any error: any Error) -> String? { (error as? OpenPaymentsError).flatMap { advice(on: $0) } }
}
