import FoundationEssentials

/// Everything that a portal knows.
struct PortalState: Codable, Equatable, Sendable {
  var version = PortalFileForm.version
  var applications: [RegisteredApplication] = []
  var testUsers: [TestUser] = []
  var signIns: [SignIn] = []
  var codes: [AuthorizationCode] = []
  /// Absent from what earlier versions have written.
  private var spent: [SpentCode]?

  var spentCodes: [SpentCode] {
    get { spent ?? [] }
    set { spent = newValue.isEmpty ? nil : newValue }
  }

  /// From a file of the present form; `nil` if it is damaged.
  init?(_ bytes: [UInt8]) {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    guard let state = try? decoder.decode(PortalState.self, from: Data(bytes)) else { return nil }
    self = state
  }

  init() {}

  func encoded() -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { Array($0) }
  }

  /// Forgets what has expired.
  mutating func prune(at now: Date) {
    signIns.removeAll { $0.isOver(at: now) }
    codes.removeAll { now >= $0.expiresAt }
    spentCodes.removeAll { now >= $0.expiresAt }
  }

  func application(_ clientID: String) -> RegisteredApplication? {
    applications.first { $0.clientID == clientID }
  }

  func testUser(_ id: String) -> TestUser? {
    testUsers.first { $0.id == id }
  }

  mutating func removeTestUser(_ id: String) {
    testUsers.removeAll { $0.id == id }
    signIns.removeAll { $0.secondFactor?.userID == id }
    codes.removeAll { $0.userID == id }
  }

  mutating func removeApplication(_ clientID: String) {
    applications.removeAll { $0.clientID == clientID }
    signIns.removeAll { $0.request.clientID == clientID }
    codes.removeAll { $0.request.clientID == clientID }
  }
}
