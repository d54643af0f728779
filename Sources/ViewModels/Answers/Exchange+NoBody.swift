import OpenPayments

extension Exchange {
  /// What is said in place of a body.
  var noBodyWords: String {
    if bodyLength > 0 {
      let reason = codingProblem.map { ": \($0.words)" } ?? ""
      return "The body of \(bodyLength) bytes was not kept\(reason)."
    }
    return failure == nil ? "The answer has no body." : "No body arrived."
  }
}
