import ExplorerStorage
public import OpenPayments

/// What goes to the clipboard, and a call that waits for the token it is to be copied with.
public struct CopyingRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Call, Outcome>

  public enum Work: Sendable, Hashable {
    case copy(Clipping)
  }

  public enum Call: Sendable, Hashable {
    /// Get a token for a call and hand it back, to be copied with the call.
    case token(for: Exchange)
  }

  enum Outcome {
    case ask(Question)
  }

  public enum News: Sendable {
    case copied(Clipping, CopyOutcome)
    case tokenFetched(ProfileTag, Result<Secret, LoadFailure>, for: Exchange)
  }

  private struct TokenCopy: Sendable, Hashable {
    /// Whose token it is.
    let owner: Caller
    let exchange: Exchange
  }

  private var asked: TokenCopy?
  private var awaited: TokenCopy?

  /// Leaves the clipboard as it is where there is nothing to put there, and says so.
  func copy(_ clipping: Clipping) -> Turn {
    guard clipping.text.isEmpty else { return .work(.copy(clipping)) }
    return .say("\(clipping.what.prefix(1).uppercased())\(clipping.what.dropFirst()) is empty: nothing was copied.")
  }

  // MARK: - With the token itself

  /// - Parameter owner: whose token may stand in the call; nil for nobody's, with the reason as a sentence.
  mutating func copyWithToken(_ exchange: Exchange?, of owner: (caller: Caller?, reason: String), in world: World)
    -> Turn
  {
    guard let exchange else { return .say("No answer has arrived yet.") }
    guard !exchange.isFile else { return .say("This is a file: there is no call to copy.") }
    guard exchange.operation != .token else {
      return .say("A token call carries the client secret, which is never copied.")
    }
    guard exchange.operation.isAPICall else { return .say("This call carries no token.") }
    guard let caller = owner.caller else {
      return .say(
        "\(owner.reason) No token goes with it; \(key: .edit) makes the call as \(world.profile.name), which can be copied then."
      )
    }
    asked = TokenCopy(owner: caller, exchange: exchange)
    return .tell(.ask(.copyWithToken))
  }

  mutating func answer(_ isYes: Bool) -> Turn {
    awaited = isYes ? asked : awaited
    guard isYes, let asked = asked.take() else { return .done }
    return .call(.token(for: asked.exchange), as: asked.owner)
  }

  /// Nobody agreed to the call for the token.
  mutating func decline() { awaited = nil }

  /// - Parameter profiles: those there are, and the owner as it is now.
  mutating func take(_ news: News, among profiles: [Profile], current: (ProfileTag) -> Profile?) -> Turn {
    switch news {
    case .copied(let clipping, let outcome): return Turn(notice: clipping.notice(outcome))
    case .tokenFetched(let tag, let token, let exchange):
      // The token goes from here to the clipboard and stays nowhere. One that was not asked for goes nowhere.
      guard let asked = awaited, asked.owner.tag == tag, asked.exchange == exchange else { return .done }
      awaited = nil
      switch token {
      case .success(let token):
        let code = CallCode(exchange, of: .profile(current(tag) ?? asked.owner.profile), among: profiles)
        return copy(Clipping(code.curl(with: token), "the call with its token"))
      case .failure(let failure): return .say("\(failure.message) \(failure.suggestion)")
      }
    }
  }
}

extension Question {
  fileprivate static let copyWithToken = Question(
    title: "Copy the call with its token?",
    text: "The token itself will be in the clipboard. Whoever has it can call in your name until it expires.")
}
