import HTTPTypes
import JSONText
import OpenPayments

extension Explorer {
  mutating func copy(_ target: CopyTarget) {
    layers.closeOverlays()
    guard offers(target) else {
      notice = Notice(missing(target))
      return
    }
    if target == .difference, take(comparison.run(.copyDifference, in: world)) { return }
    guard let clipping = clipping(target) else {
      notice = Notice(missing(target))
      return
    }
    take(copying.copy(clipping))
  }

  mutating func copyWithToken() {
    layers.closeOverlays()
    let exchange = inspector.subject.inspection?.exchange
    let owner: (Caller?, String) =
      switch exchange.map(tokenOwner) {
      case .profile(let profile)?: (caller(of: profile), "")
      case .nobody(let reason)?: (nil, reason)
      case nil: (nil, "")
      }
    take(copying.copyWithToken(exchange, of: owner, in: world))
  }

  /// What there is to copy here; nil if there is nothing of the kind.
  private func clipping(_ target: CopyTarget) -> Clipping? {
    if let shown = comparison.shown { return shown.clipping(target) }
    switch target {
    case .value where isColumnFocused: return browser.name
    case .identifier: return browser.identifier
    case .address: return address.map { Clipping($0.description, "the address") }
    case .curl: return code.map { Clipping($0.curl, "the call as curl") }
    case .swift: return code.map { Clipping($0.swift, "the call in Swift") }
    case .python: return code.map { Clipping($0.python, "the call in Python") }
    default: return inspector.clipping(target, keys)
    }
  }

  private var code: CallCode? {
    inspector.subject.inspection.map { CallCode($0.exchange, of: tokenOwner(of: $0.exchange), among: profiles) }
  }

  private func missing(_ target: CopyTarget) -> Sentence {
    comparison.shown == nil ? inspector.missing(target) : Comparison.missing(target)
  }
}
