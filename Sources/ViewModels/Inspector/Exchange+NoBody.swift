import OpenPayments

extension Exchange {
  /// What is said in place of a body.
  var noBodyWords: String {
    if bodyLength > 0 { return "The body of \(bodyLength) bytes was not kept." }
    return failure == nil ? "The answer has no body." : "No body arrived."
  }
}
