/// Where new tokens come from: the store, if there is one that has a good one, else the platform.
struct TokenSource: Sendable {
  typealias Outcome = Result<AccessToken, OpenPaymentsError>

  let auth: BaseURL
  let credentials: Credentials
  let dialect: Dialect
  let margin: Duration
  let store: (any TokenStore)?
  let caller: Caller

  /// - Parameters:
  ///   - rejected: a token that the API refused, wherever it may still be stored.
  ///   - refusal: what there is in place of a call while the platform is not to be asked.
  func token(except rejected: Secret?, orFailWith refusal: OpenPaymentsError?) async -> Outcome {
    guard let store else { return await fetch(orFailWith: refusal) }
    let (time, margin) = (caller.recorder.time, margin)
    return await store.withToken(for: TokenKey(auth: auth, credentials: credentials)) { stored in
      if let kept = stored, kept.value != rejected, let token = AccessToken(kept, by: time, margin: margin) {
        return .success(token)
      }
      let outcome = await fetch(orFailWith: refusal)
      stored = (try? outcome.get())?.stored
      return outcome
    }
  }

  /// Leaves nothing in the store.
  ///
  /// - Returns: why it is still there; nil if it isn't.
  func forget() async -> (any Error)? {
    do { try await store?.removeToken(for: TokenKey(auth: auth, credentials: credentials)) } catch { return error }
    return nil
  }

  private func fetch(orFailWith refusal: OpenPaymentsError?) async -> Outcome {
    if let refusal { return .failure(refusal) }
    do throws(OpenPaymentsError) { return .success(try await request()) } catch { return .failure(error) }
  }

  private func request() async throws(OpenPaymentsError) -> AccessToken {
    var retry = Retry(caller.policy)
    let recorded = try await caller.send(.token, retry: &retry) { previousTry in
      .init(tokenFrom: auth, for: credentials, dialect: dialect, id: caller.newID(), previousTry: previousTry)
    }
    if let error = OpenPaymentsError(recorded) { throw error }
    do {
      let answer = try TokenAnswer(ReadableAnswer(recorded).root())
      return AccessToken(answer, of: recorded.exchange, at: caller.recorder.time.elapsed(), margin: margin)
    } catch {
      throw OpenPaymentsError(.unusable(error), operation: .token, exchange: recorded.exchange)
    }
  }
}
