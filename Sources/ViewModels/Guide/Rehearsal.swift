import OpenPayments
public import PortalClient

/// A sign-in to one's own application in the built-in sandbox, as its users will go through.
public struct Rehearsal: Sendable, Equatable {
  /// What happens one after the other.
  public enum Step: Int, Sendable, Hashable, CaseIterable {
    case page, password, secondFactor, token

    public var title: String {
      switch self {
      case .page: "Open the sign-in page"
      case .password: "Enter email and password"
      case .secondFactor: "Second factor approves"
      case .token: "Redeem the code"
      }
    }
  }

  /// Told by the runner as it goes.
  public enum News: Sendable {
    /// One step more, by this call.
    case passed(Inspection)
    /// Somebody has to approve the sign-in that shows this number.
    case waiting(number: Int, Inspection)
    case signedIn(AuthorizationCodeFlow.SignedIn, Inspection)
    case failed(PortalError, Inspection?)
  }

  public let id: Int
  /// Who signs in.
  let email: String
  /// What has been done, with the call that did it.
  public private(set) var passed: [Inspection] = []
  /// What the second factor must show; nil until somebody has to approve.
  public private(set) var number: Int?
  public private(set) var result: AuthorizationCodeFlow.SignedIn?
  /// Why it came to an end, and the call that says so.
  public private(set) var failure: PortalError?
  private var failed: Inspection?
  private var transcripts: [[Line]] = []

  init(id: Int, of email: String) {
    self.id = id
    self.email = email
  }

  public var isRunning: Bool { result == nil && failure == nil }

  /// The step under way, or the one at which it ended; nil once all are done.
  public var current: Step? { Step(rawValue: passed.count) }

  func inspection(of step: Step) -> Inspection? {
    step.rawValue < passed.count ? passed[step.rawValue] : step == current ? failed : nil
  }

  func transcript(of step: Step) -> [Line] {
    step.rawValue < transcripts.count ? transcripts[step.rawValue] : []
  }

  mutating func take(_ news: News) {
    guard isRunning else { return }
    switch news {
    case .passed(let inspection): pass(inspection)
    case .waiting(let number, let inspection):
      pass(inspection)
      self.number = number
    case .signedIn(let result, let inspection):
      pass(inspection)
      self.result = result
    case .failed(let error, let inspection):
      failure = error
      failed = inspection
      if let inspection { transcripts.append(inspection.transcript) }
    }
  }

  private mutating func pass(_ inspection: Inspection) {
    passed.append(inspection)
    transcripts.append(inspection.transcript)
  }
}
