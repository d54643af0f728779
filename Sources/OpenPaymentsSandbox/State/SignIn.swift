import FoundationEssentials
import JSONText

/// A user's way from an application to its authorization code: first the password, then the second factor.
struct SignIn: Codable, Equatable, Sendable {
  /// Known to the second factor; it is of no use to a browser.
  let id: String
  /// Of the ticket that the browser holds.
  let ticket: SecretDigest
  let request: AuthorizationRequest
  let startedAt: Date
  /// How often the password was wrong.
  var failures = 0
  /// `nil` until the password was right.
  var secondFactor: SecondFactor?

  struct SecondFactor: Codable, Equatable, Sendable {
    let userID: String
    /// Two digits, shown on both sides so that nobody approves another's sign-in by mistake.
    let number: Int
    let since: Date
    /// `nil` until it was approved or denied.
    var isApproved: Bool?
  }

  /// Seconds.
  static let lifetime: TimeInterval = 300
  static let maximumFailures = 5
  /// How many there may be at a time.
  static let maximumCount = 1000

  func isOver(at now: Date) -> Bool { now >= startedAt + Self.lifetime }

  var isWaiting: Bool { secondFactor.map { $0.isApproved == nil } ?? false }
}

extension PortalState {
  /// The sign-in of a browser's ticket.
  func signInIndex(ticket: String) -> Int? {
    let digest = SecretDigest(ticket)
    return signIns.firstIndex { $0.ticket == digest }
  }

  /// What the second factor sees of a sign-in that waits for it.
  func json(ofWaiting signIn: SignIn) -> JSONOutput? {
    guard let factor = signIn.secondFactor, signIn.isWaiting, let user = testUser(factor.userID),
      let application = application(signIn.request.clientID)
    else { return nil }
    return [
      "id": .string(signIn.id), "application": .string(application.name), "email": .string(user.email),
      "scopes": .array(signIn.request.scopes.map { .string($0.rawValue) }), "number": .integer(factor.number),
      "since": .string(factor.since.ISO8601Format()),
    ]
  }
}
