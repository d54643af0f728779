import ExplorerStorage
import OpenPayments

extension EffectRunner {
  func read(_ files: ProfileFiles) async { send(.profilesRead(await files.read())) }

  func apply(_ change: ProfileChange, in files: ProfileFiles) async {
    send(.profilesChanged(change, await files.apply(change)))
  }

  func lookForTokens(of profiles: [Profile], in files: ProfileFiles) async {
    for profile in profiles {
      if let until = await files.keptToken(profile), until > now() { send(.tokenSeen(profile.id, until: until)) }
    }
  }

  func allow(_ hosts: [String], in files: ProfileFiles) async {
    await files.allow(hosts)
    send(.hostsAllowed(hosts))
  }

  /// A token, then the countries; each step is told.
  func test(_ profile: Profile) async {
    let token = await Self.token(of: profile, connect)
    guard !Task.isCancelled else { return }
    send(.profileTested(profile.id, .token(token.result), advice: token.advice))
    guard case .success = token.result else { return }
    let countries = await Self.countries(of: profile, connect)
    guard !Task.isCancelled else { return }
    send(.profileTested(profile.id, .countries(countries.result), advice: countries.advice))
  }

  @concurrent
  private static func token(
    of profile: Profile, _ connect: Connect
  ) async -> (result: Result<ProfileTest.TokenFact, LoadFailure>, advice: String?) {
    do {
      let client = try await connect(profile)
      let token = try await client.token()
      return (
        .success(
          .init(
            scopes: token.grantedScopes ?? profile.scopes, wasKept: token.exchange == nil,
            inspection: token.exchange.map(Inspection.init))), nil
      )
    } catch {
      return (.failure(LoadFailure(any: error)), profile.advice(any: error))
    }
  }

  @concurrent
  private static func countries(
    of profile: Profile, _ connect: Connect
  ) async -> (result: Result<ProfileTest.CountriesFact, LoadFailure>, advice: String?) {
    do {
      let answer = try await connect(profile).countries()
      return (.success(.init(count: answer.value.count, inspection: Inspection(answer.exchange))), nil)
    } catch {
      return (.failure(LoadFailure(any: error)), profile.advice(any: error))
    }
  }
}

extension Profile {
  fileprivate func advice(any error: any Error) -> String? { (error as? OpenPaymentsError).flatMap { advice(on: $0) } }
}
