public import OpenPayments

/// What became of a profile's token, or of what was to be done with it.
public enum TokenNews: Sendable {
  case obtained(TokenReport)
  case dropped
  case failed(LoadFailure)
  case checked(TokenReport, Result<SignatureCheck, LoadFailure>)
  /// A new one was asked for in person; with why it could not be had.
  case renewed(LoadFailure?)
  case forgotten(LoadFailure?)

  public init(_ event: TokenEvent) {
    self =
      switch event {
      case .obtained(let report): .obtained(report)
      case .dropped: .dropped
      case .failed(let error): .failed(LoadFailure(error))
      }
  }
}
