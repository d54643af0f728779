import ExplorerStorage
import OpenPayments

/// A call of the platform that waits for a yes.
struct HeldCall: Sendable, Equatable {
  let call: PlatformCall
  let caller: Caller
}

/// What nobody has agreed to yet stays here: the first calls to production in a run, and any that would take a secret to a
/// domain that may have changed hands.
extension Explorer {
  /// Keeps those calls back that need a yes first, and asks for it.
  mutating func passed(_ effects: [Effect]) -> [Effect] {
    var passed: [Effect] = []
    for effect in effects {
      guard case .platform(let call, let caller) = effect, let (question, asker) = consentNeeded(for: caller) else {
        passed.append(effect)
        continue
      }
      held.append(HeldCall(call: call, caller: caller))
      if !questions.contains(where: { $0.asker == asker }) { ask(question, asker) }
    }
    return passed
  }

  private func consentNeeded(for caller: Caller) -> (Question, AskedQuestion.Asker)? {
    let hosts = caller.profile.abandonedHosts.filter { !shelf.allowedHosts.contains($0) }
    if !hosts.isEmpty { return (.sendSecret(of: caller.profile, to: hosts), .abandoned(caller, hosts: hosts)) }
    guard caller.profile.isProduction, !sessions[caller.tag].isAgreedTo else { return nil }
    return (.callProduction(as: caller.profile), .production(caller))
  }

  mutating func agree(to caller: Caller) {
    sessions[caller.tag].isAgreedTo = true
    release()
  }

  /// What was closed while it waited for the yes is not called any more.
  mutating func release() {
    let calls = held.filter { $0.call != .profiles(.test) || layers.contains(.profileTest) }
    held = []
    outbox += calls.map { .platform($0.call, as: $0.caller) }
  }

  /// Nothing of what was asked about is done; a profile just switched to is left again.
  mutating func decline(_ caller: Caller) {
    let refused = LoadFailure(
      message: "Not called: \(caller.profile.name) was not agreed to.",
      suggestion: "\(key: .refresh) asks again, \(key: .profiles) chooses another profile.", isCancelled: true)
    let calls = held
    held = []
    for held in calls {
      switch held.call {
      case .browser(let call): browser.decline(call, refused, &sessions.current.directory)
      case .call: call.decline()
      case .comparison: take(comparison.close())
      case .copying: copying.decline()
      case .profiles(.test): take(profileRoom.declineTrial(in: world))
      case .token: sessions[held.caller.tag].tokenRecord.giveUp()
      case .guide(let call): guide.decline(call)
      }
    }
    guard caller.tag == sessions.tag, let previous = profileRoom.cameFrom.flatMap(profile),
      consentNeeded(for: self.caller(of: previous)) == nil
    else { return }
    enter(previous)
  }
}

extension Question {
  fileprivate static func callProduction(as profile: Profile) -> Question {
    Question(
      title: "PRODUCTION: call it as \(profile.name)?",
      text: "Calls under this profile reach the real platform and its banks. This is asked once in a run.")
  }

  fileprivate static func sendSecret(of profile: Profile, to hosts: [String]) -> Question {
    Question(
      title: "Send the secret of \(profile.name) there?",
      text: """
        \(hosts.joined(separator: " and ")) \(hosts.count == 1 ? "is" : "are") of the guide's time, 2019. The platform has \
        left that domain, which may have changed hands: whoever has it now would get the client id and the secret.
        """)
  }
}
