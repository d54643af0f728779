import ExplorerStorage
import HTTPTypes
import OpenPayments

extension Explorer {
  func choices(for subject: MarkedExchange) -> [CompareMenu.Choice] {
    let origin = subject.profile ?? profile
    let refusal = refusal(of: subject, under: origin)
    var choices = [
      CompareMenu.Choice(
        kind: .now, title: "now", words: refusal ?? "the same call, made again now as \(origin.name)",
        isPossible: refusal == nil)
    ]
    for other in profiles where other.id != origin.id {
      let refusal = self.refusal(of: subject, under: other)
      choices.append(
        .init(
          kind: .profile(other.id), title: other.name, words: refusal ?? "the same call, made there now",
          isPossible: refusal == nil))
    }
    if let marked {
      let isSame = marked.inspection == subject.inspection
      let words = "\(marked.profile?.name ?? "")  \(marked.inspection.exchange.request.path ?? "")"
      choices.append(
        .init(
          kind: .marked, title: "marked",
          words: isSame ? "This is the marked call itself; mark another one with d." : words,
          isPossible: !isSame))
    }
    return choices
  }

  /// Why the call can't be made under a profile; nil if it can.
  private func refusal(of subject: MarkedExchange, under profile: Profile) -> String? {
    let exchange = subject.inspection.exchange
    guard exchange.request.method == .get else { return "Only GET calls can be made again." }
    let dialect = subject.profile?.dialect ?? (exchange.request.path?.hasPrefix("/psd2/") == true ? .psd2 : .seed)
    guard dialect == profile.dialect else {
      return
        "\(profile.name) speaks \(profile.dialect.rawValue), and this call is \(dialect.rawValue): the paths differ."
    }
    return nil
  }

  func side(_ kind: CompareMenu.Choice.Kind, _ subject: MarkedExchange) -> ComparedSide? {
    switch kind {
    case .now: call(subject, under: subject.profile ?? profile)
    case .profile(let id): profiles.first { $0.id == id }.flatMap { call(subject, under: $0) }
    case .marked: nil
    }
  }

  private func call(_ subject: MarkedExchange, under profile: Profile) -> ComparedSide? {
    guard let target = subject.inspection.exchange.request.path else { return nil }
    let base = subject.profile?.basePath ?? ""
    let path = target.hasPrefix(base) ? String(target.dropFirst(base.count)) : target
    return ComparedSide(.init(profile: profile, path: path), at: now)
  }
}

extension Profile {
  /// What its API's address has before the platform's own paths.
  fileprivate var basePath: String {
    switch environment {
    case .builtInSandbox: ""
    case .hosts(_, let api, _, _): api?.path ?? ""
    }
  }
}
