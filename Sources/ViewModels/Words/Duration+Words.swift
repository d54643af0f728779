import OpenPayments

extension Duration {
  /// `<1 ms`, `12 ms`, `1.5 s`, `12 s`.
  public var words: String {
    let milliseconds = Int(clamping: self / .milliseconds(1))
    return switch milliseconds {
    case ..<1: "<1 ms"
    case ..<1000: "\(milliseconds) ms"
    case ..<10_000: "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    default: "\(milliseconds / 1000) s"
    }
  }
}
