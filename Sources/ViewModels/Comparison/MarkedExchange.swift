import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments

/// An exchange with the profile it was made under, as far as that is known.
public struct MarkedExchange: Sendable, Equatable {
  public let inspection: Inspection
  /// The profile's name; known, too, where there is no such profile any more.
  let profileName: String?
  let caller: Caller?
}

extension MarkedExchange {
  /// Why the call can't be made again at all; nil if it can.
  var refusal: Sentence? {
    let exchange = inspection.exchange
    guard exchange.request.method == .get, exchange.operation.isAPICall else {
      return "Only GET calls of the API can be made again."
    }
    let isMasked = exchange.request.path?.contains(Secret.mask) ?? false
    return isMasked
      ? "Its address holds a mask in place of a secret: \(key: .edit) makes the call with the secret typed in." : nil
  }

  /// Why the call can't be made under another profile; nil if it can.
  func refusal(under profile: Profile) -> Sentence? {
    if let refusal { return refusal }
    guard let dialect, dialect != profile.dialect else { return nil }
    return "\(profile.name) speaks \(profile.dialect.rawValue), and this call is \(dialect.rawValue): the paths differ."
  }

  /// As whom a choice makes the call; nil for none.
  func caller(for choice: CompareMenu.Choice.Kind, among callers: [Caller]) -> Caller? {
    switch choice {
    case .now: caller
    case .profile(let tag): callers.first { $0.tag == tag }
    case .marked: nil
    }
  }

  func side(as other: Caller, at now: Date) -> ComparedSide? {
    guard let target = inspection.exchange.request.path else { return nil }
    let base = caller?.profile.basePath ?? ""
    let path = target.hasPrefix(base) ? String(target.dropFirst(base.count)) : target
    return ComparedSide(.init(caller: other, path: path), at: now)
  }

  /// The dialect whose path was called; nil for any path of the platform that somebody typed.
  private var dialect: Dialect? {
    let exchange = inspection.exchange
    guard exchange.operation != .get, let path = exchange.request.path else { return nil }
    if let caller { return caller.profile.dialect }
    return path.contains("/psd2/aspspinformation/") ? .psd2 : path.contains("/aspspinformation/") ? .seed : nil
  }
}
