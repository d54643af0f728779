public import ExplorerStorage
import HTTPTypes
import OpenPayments

/// Under which profile a call was made, as far as that is known.
enum CallOrigin: Sendable, Hashable {
  /// In this run, as what has this tag; with the name it had then.
  case session(ProfileTag, name: String)
  /// In a run that may have known other profiles: the name is all there is.
  case named(String)
  case unknown

  init(_ caller: Caller) { self = .session(caller.tag, name: caller.profile.name) }

  var name: String? {
    switch self {
    case .session(_, let name), .named(let name): name
    case .unknown: nil
    }
  }
}

/// Whose token may stand in a call that is copied.
public enum TokenOwner: Sendable, Hashable {
  /// The profile that the call was made under, whose API it went to.
  case profile(Profile)
  /// Nobody's, and why, as a sentence.
  case nobody(String)
}

extension Profile {
  /// Whether its calls of this kind go where the exchange went. Of the sandbox inside this program the port is not known
  /// here; whoever fetches the token compares that, too.
  func serves(_ exchange: Exchange) -> Bool {
    switch environment {
    case .builtInSandbox:
      exchange.request.scheme == "http"
        && exchange.request.authority.map { $0.hasPrefix("127.0.0.1:") && UInt16($0.dropFirst(10)) != nil } ?? false
    case .hosts(let auth, let api): (exchange.operation.isAPICall ? api ?? auth : auth).isBase(of: exchange.request)
    }
  }
}

extension BaseURL {
  /// Whether a request went there.
  func isBase(of request: HTTPRequest) -> Bool {
    guard request.scheme == scheme, request.authority == authority, let target = request.path?.utf8 else {
      return false
    }
    let rest = target.dropFirst(path.utf8.count).first
    return target.starts(with: path.utf8) && [UInt8(ascii: "/"), UInt8(ascii: "?"), nil].contains(rest)
  }
}
