import ExplorerStorage
import OpenPayments

extension EffectRunner {
  func check(_ report: TokenReport, as caller: Caller) async {
    let result: Result<SignatureCheck, LoadFailure>
    do { result = .success(try await connect(caller).checkSignature(of: report)) } catch {
      result = .failure(LoadFailure(any: error))
    }
    if !Task.isCancelled { send(.token(caller.tag, .checked(report, result))) }
  }

  func renewToken(as caller: Caller) async {
    var failure: LoadFailure?
    do { _ = try await connect(caller).renewToken() } catch { failure = LoadFailure(any: error) }
    if !Task.isCancelled { send(.token(caller.tag, .renewed(failure))) }
  }

  func forgetToken(as caller: Caller) async {
    let failure: LoadFailure?
    do {
      failure = try await connect(caller).forgetToken().map {
        LoadFailure(message: "The token could not be removed: \($0).", suggestion: "Here it is forgotten.")
      }
    } catch { failure = LoadFailure(any: error) }
    send(.token(caller.tag, .forgotten(failure)))
  }
}
