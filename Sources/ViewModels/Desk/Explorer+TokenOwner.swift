import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Under which profile the call was made that the inspector shows.
  var subjectOrigin: CallOrigin { pinned == nil ? .profile(profile) : pinnedOrigin }

  /// A token goes nowhere but to the API of its own profile, and only as long as that is what it was.
  func tokenOwner(of exchange: Exchange) -> TokenOwner {
    let origin = subjectOrigin
    guard let name = origin.name else {
      return .nobody("It is not known under which profile this call was made.")
    }
    guard let owner = profile(of: origin) else {
      return .nobody("This call was made under \(name), which has been changed or deleted since.")
    }
    guard owner.serves(exchange) else {
      return .nobody("This call was made under \(name), which calls another address now.")
    }
    return .profile(owner)
  }

  /// The profile as it is now that calls were made under; nil if it isn't there any more, or makes other calls.
  func profile(of origin: CallOrigin) -> Profile? {
    let all = [profile] + profiles
    return switch origin {
    case .profile(let made): all.first { $0 == made } ?? all.first { $0.calls(as: made) }
    case .named(let name): all.first { $0.name == name }
    case .unknown: nil
    }
  }
}
