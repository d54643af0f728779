import ExplorerStorage
import HTTPTypes
import OpenPayments

extension Explorer {
  func choices(for subject: MarkedExchange) -> [CompareMenu.Choice] {
    var choices = [now(subject)]
    for other in profiles where other.id != subject.profile?.id {
      let refusal = self.refusal(of: subject, under: other)
      choices.append(
        .init(
          kind: .profile(other.id), title: other.name, words: refusal ?? "called there now",
          isPossible: refusal == nil))
    }
    if let marked {
      let isSame = marked.inspection == subject.inspection
      let words = "\(marked.profileName ?? "")  \(marked.inspection.exchange.request.path ?? "")"
      choices.append(
        .init(
          kind: .marked, title: "marked",
          words: isSame ? "This is the marked call itself; mark another one with d." : words,
          isPossible: !isSame))
    }
    return choices
  }

  /// The same call under the same profile, never under another one.
  private func now(_ subject: MarkedExchange) -> CompareMenu.Choice {
    let refusal =
      switch (subject.profile, subject.profileName) {
      case (_?, _): Self.refusal(of: subject.inspection.exchange)
      case (nil, let name?): "There is no profile \(name) here: choose another one."
      case (nil, nil): "Under which profile the call was made is not known: choose one."
      }
    let words = subject.profile.map { "as \($0.name) again" } ?? ""
    return CompareMenu.Choice(kind: .now, title: "now", words: refusal ?? words, isPossible: refusal == nil)
  }

  /// Why the call can't be made under another profile; nil if it can.
  func refusal(of subject: MarkedExchange, under profile: Profile) -> String? {
    if let refusal = Self.refusal(of: subject.inspection.exchange) { return refusal }
    guard let dialect = subject.dialect, dialect != profile.dialect else { return nil }
    return "\(profile.name) speaks \(profile.dialect.rawValue), and this call is \(dialect.rawValue): the paths differ."
  }

  private static func refusal(of exchange: Exchange) -> String? {
    guard exchange.request.method == .get, exchange.operation.isAPICall else {
      return "Only GET calls of the API can be made again."
    }
    let isMasked = exchange.request.path?.contains(Secret.mask) ?? false
    return isMasked ? "Its address holds a mask in place of a secret: e makes the call with the secret typed in." : nil
  }

  func side(_ kind: CompareMenu.Choice.Kind, _ subject: MarkedExchange) -> ComparedSide? {
    switch kind {
    case .now: subject.profile.flatMap { call(subject, under: $0) }
    case .profile(let id): profiles.first { $0.id == id }.flatMap { call(subject, under: $0) }
    case .marked: nil
    }
  }

  func call(_ subject: MarkedExchange, under profile: Profile) -> ComparedSide? {
    guard let target = subject.inspection.exchange.request.path else { return nil }
    let base = subject.profile?.basePath ?? ""
    let path = target.hasPrefix(base) ? String(target.dropFirst(base.count)) : target
    return ComparedSide(.init(profile: profile, path: path), at: now)
  }
}

extension MarkedExchange {
  /// The dialect whose path was called; nil for any path of the platform that somebody typed.
  fileprivate var dialect: Dialect? {
    let exchange = inspection.exchange
    guard exchange.operation != .get, let path = exchange.request.path else { return nil }
    if let profile { return profile.dialect }
    return path.contains("/psd2/aspspinformation/") ? .psd2 : path.contains("/aspspinformation/") ? .seed : nil
  }
}

extension Profile {
  /// What its API's address has before the platform's own paths.
  fileprivate var basePath: String {
    switch environment {
    case .builtInSandbox: ""
    case .hosts(_, let api): api?.path ?? ""
    }
  }
}
