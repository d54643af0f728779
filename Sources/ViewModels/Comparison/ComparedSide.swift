import ExplorerStorage
public import FoundationEssentials
import HTTPTypes
import OpenPayments

/// One answer of a comparison, or what there is until it has come.
public struct ComparedSide: Sendable, Equatable {
  /// Whose answer it is: a profile's name, or the host's where that is not known.
  public let name: String
  /// The call to be made for it; nil where the answer was there already.
  let call: Call?
  public internal(set) var state: State

  public enum State: Sendable, Equatable {
    case calling(since: Date)
    case answered(Inspection)
    case failed(LoadFailure)
  }

  struct Call: Sendable, Hashable {
    let caller: Caller
    /// Below the profile's own API.
    let path: String
  }

  init(_ inspection: Inspection, of name: String?) {
    self.name = name ?? inspection.exchange.request.authority ?? "?"
    call = nil
    state = .answered(inspection)
  }

  init(_ call: Call, at now: Date) {
    name = call.caller.profile.name
    self.call = call
    state = .calling(since: now)
  }

  public var inspection: Inspection? {
    if case .answered(let inspection) = state { inspection } else { nil }
  }

  var startedAt: Date? {
    if case .calling(let since) = state { since } else { nil }
  }
}
