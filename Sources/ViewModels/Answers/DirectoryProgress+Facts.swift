public import OpenPayments

extension DirectoryProgress {
  /// How many calls of how many, how fast, how long still where that is known, and how many failed.
  public func facts(after elapsed: Duration) -> [String] {
    let made = done + failed
    let rate = Double(made) / max(elapsed / .seconds(1), 0.001)
    var facts = [
      "\(made) of \(isTotalKnown ? "" : "at least ")\(made + left) calls", "\(Int(clamping: rate.rounded())) a second",
    ]
    if isTotalKnown, rate > 0 { facts.append("\(Int(clamping: (Double(left) / rate).rounded(.up))) s left") }
    return failed > 0 ? facts + ["\(failed) failed"] : facts
  }

  /// From nothing to all of what is known to be needed, as far as that is known.
  public var fraction: Double {
    let made = done + failed
    return made == 0 ? 0 : Double(made) / Double(made + left)
  }
}
