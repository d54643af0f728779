import ExplorerStorage
import FoundationEssentials
import JSONText
public import OpenPayments

/// The page of what is known of a profile's token, and what can be done with it.
public struct TokenRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Call, Outcome>

  public enum Work: Sendable, Hashable {
    case stopChecking, stopRenewing, forget
  }

  public enum Call: Sendable, Hashable {
    /// Check the signature, in place of a check under way for the same profile.
    case check(TokenReport)
    /// Forget the token and fetch a new one.
    case renew
  }

  enum Outcome {
    case show(Inspection)
    case copy(Clipping)
    case closed
  }

  /// From which line on the page is shown.
  private var top = 0

  mutating func open() { top = 0 }

  /// The page, and from which line on it is shown.
  func page(of session: Session, in world: World) -> (page: TokenPage, top: Int) {
    let page = TokenPage(
      record: session.tokenRecord, scopes: world.profile.scopes, status: session.token ?? .none, now: world.now,
      timeZone: world.timeZone, width: world.viewport.pageWidth, keys: world.keys)
    return (page, min(top, max(page.lines.count - world.viewport.overlayRows, 0)))
  }

  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command, on session: inout Session, in world: World) -> Turn? {
    if let motion = Motion(command) {
      move(motion, session, in: world)
      return .done
    }
    let record = session.tokenRecord
    switch command {
    case .tokenExchange: return exchange(of: record)
    case .checkSignature: return check(&session, in: world)
    case .renewToken:
      guard !record.isRenewing, session.token != .fetching else { return .say("A token is being fetched.") }
      let stopped = stopCheck(&session)
      session.tokenRecord.isRenewing = true
      return stopped + .call(.renew, as: world.caller)
    case .forgetToken:
      guard record.report != nil else { return .say("There is no token to forget.") }
      return stopCheck(&session) + .work(.forget)
    case .copyClaims:
      guard let claims = record.report?.webToken?.claims else { return .say("There are no claims to copy.") }
      let text = String(decoding: JSONPrettyText.utf8(Array(claims.bytes)), as: UTF8.self)
      return .tell(.copy(Clipping(text, "the claims")))
    case .cancel where record.checkingSince != nil, .interrupt where record.checkingSince != nil:
      return stopCheck(&session).saying("The check was stopped.")
    case .cancel, .quit, .token: return .tell(.closed)
    default: return nil
    }
  }

  mutating func scroll(by distance: Int, _ session: Session, in world: World) {
    move(.by(distance), session, in: world)
  }

  private mutating func move(_ motion: Motion, _ session: Session, in world: World) {
    let (page, top) = page(of: session, in: world)
    let last = max(page.lines.count - world.viewport.overlayRows, 0)
    self.top = min(max(motion.target(from: top, count: last + 1, height: world.viewport.overlayRows), 0), last)
  }

  private func exchange(of record: TokenRecord) -> Turn {
    if let inspection = record.failure?.inspection ?? record.report?.exchange.map(Inspection.init) {
      return .tell(.show(inspection))
    }
    return record.report == nil
      ? .say("No call for a token has been made yet: \(key: .renewToken) makes one.")
      : .say("An earlier run fetched it: the history has the call, if it was kept.")
  }

  private mutating func check(_ session: inout Session, in world: World) -> Turn {
    guard let report = session.tokenRecord.report else { return .say("There is no token to check.") }
    guard report.webToken != nil else { return .say("An opaque token has no signature.") }
    guard session.tokenRecord.checkingSince == nil else { return .done }
    session.tokenRecord.check = .running(since: world.now)
    // On a small screen the lines that tell of the check may be below its edge.
    let (page, top) = page(of: session, in: world)
    if let row = page.verdictRow, !(top..<top + max(world.viewport.overlayRows - 1, 1)).contains(row) { self.top = row }
    return .call(.check(report), as: world.caller)
  }

  private func stopCheck(_ session: inout Session) -> Turn {
    guard session.tokenRecord.checkingSince != nil else { return .done }
    session.tokenRecord.check = nil
    return .work(.stopChecking)
  }
}
