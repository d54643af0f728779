import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Under which profile the call was made that the inspector shows.
  var subjectOrigin: CallOrigin { inspector.pinned?.madeUnder ?? CallOrigin(caller) }

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
    switch origin {
    case .session(let tag, _): profile(tag)
    case .named(let name): ([profile] + profiles).first { $0.name == name }
    case .unknown: nil
    }
  }

  /// What the inspector shows, with the profile it was made under as far as that is known.
  var subjectToCompare: MarkedExchange? {
    let origin = subjectOrigin
    return inspector.subject.inspection.map { inspection in
      MarkedExchange(
        inspection: inspection, profileName: origin.name, caller: profile(of: origin).map { caller(of: $0) })
    }
  }
}
