import ExplorerStorage
import OpenPayments

extension EffectRunner {
  func carryOut(_ task: TokenTask, for profile: Profile) {
    switch task {
    case .check(let report):
      checks[profile.id]?.cancel()
      checks[profile.id] = Task {
        let result = await check(report, as: profile)
        if !Task.isCancelled { send(.token(profile.id, .checked(report, result))) }
      }
    case .stopChecking: checks.removeValue(forKey: profile.id)?.cancel()
    case .renew:
      renewals[profile.id] = Task {
        let failure = await failure(as: profile) { client throws(OpenPaymentsError) in _ = try await client.renewToken()
        }
        if !Task.isCancelled { send(.token(profile.id, .renewed(failure))) }
      }
    case .stopRenewing: renewals.removeValue(forKey: profile.id)?.cancel()
    case .forget:
      Task {
        let failure = await forget(as: profile)
        send(.token(profile.id, .forgotten(failure)))
      }
    }
  }

  private func forget(as profile: Profile) async -> LoadFailure? {
    do {
      return try await connect(profile).forgetToken().map {
        LoadFailure(message: "The token could not be removed: \($0).", suggestion: "Here it is forgotten.")
      }
    } catch { return LoadFailure(any: error) }
  }

  private func check(_ report: TokenReport, as profile: Profile) async -> Result<SignatureCheck, LoadFailure> {
    do { return .success(try await connect(profile).checkSignature(of: report)) } catch {
      return .failure(LoadFailure(any: error))
    }
  }

  private func failure(
    as profile: Profile, _ work: @Sendable (OpenPaymentsClient) async throws(OpenPaymentsError) -> Void
  ) async -> LoadFailure? {
    do { try await work(connect(profile)) } catch { return LoadFailure(any: error) }
    return nil
  }
}
