public import FoundationEssentials
public import OpenPayments

/// What is known of one profile's token.
public struct TokenRecord: Sendable, Equatable {
  /// The token that is there; nil if there is none.
  public internal(set) var report: TokenReport?
  /// Why none could be had when one was asked for last.
  public internal(set) var failure: LoadFailure?
  /// How the check of the token's signature stands; nil if none was asked for.
  public internal(set) var check: Check?
  /// Whether a new one was asked for in person and has not come yet.
  var isRenewing = false

  public enum Check: Sendable, Equatable {
    case running(since: Date)
    case done(SignatureCheck)
    case failed(LoadFailure)
  }

  var checkingSince: Date? { if case .running(let since) = check { since } else { nil } }

  /// What was asked for will not be done.
  mutating func giveUp() {
    isRenewing = false
    if checkingSince != nil { check = nil }
  }

  /// What came too late is dropped: for another token, or for a check that was stopped.
  mutating func finishCheck(of checked: TokenReport, _ result: Result<SignatureCheck, LoadFailure>) {
    guard checkingSince != nil, report == checked else { return }
    switch result {
    case .success(let found): check = .done(found)
    case .failure(let failure): check = .failed(failure)
    }
  }
}
