public import OpenPayments

/// A failed load in words, with the call that failed if one was made.
public struct LoadFailure: Error, Sendable, Equatable {
  public let message: String
  public let suggestion: Sentence
  public let inspection: Inspection?
  public let isCancelled: Bool

  public init(message: String, suggestion: Sentence, inspection: Inspection? = nil, isCancelled: Bool = false) {
    self.message = message
    self.suggestion = suggestion
    self.inspection = inspection
    self.isCancelled = isCancelled
  }

  public init(_ error: OpenPaymentsError) {
    self.init(error, inspection: error.exchange.map(Inspection.init))
  }

  init(_ error: OpenPaymentsError, inspection: Inspection?) {
    self.init(
      message: error.message.sentence, suggestion: "\(error.suggestion.sentence)", inspection: inspection,
      isCancelled: error.kind == .cancelled)
  }
}

extension LoadFailure {
  init(any error: any Error) {
    switch error {
    case let failure as LoadFailure: self = failure
    case let error as OpenPaymentsError: self.init(error)
    default: self.init(message: "\(error)", suggestion: "Try again.")
    }
  }
}

extension LoadFailure {
  static let cancelled = LoadFailure(
    message: "Cancelled.", suggestion: "\(key: .refresh) asks again.", isCancelled: true)

  /// Nothing was called, and nothing ever will be.
  static let noCode = LoadFailure(
    message: "The platform sent no code for this country.",
    suggestion: "Its cities can't be asked for without one.", isCancelled: true)
  static let noID = LoadFailure(
    message: "The platform sent no id for this city.", suggestion: "Its ASPSPs can't be asked for without one.",
    isCancelled: true)
}

extension String {
  /// With a capital at its beginning and a full stop at its end.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
