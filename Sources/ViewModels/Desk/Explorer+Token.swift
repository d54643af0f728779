import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments

extension Explorer {
  /// What is known of the current profile's token.
  public var tokenRecord: TokenRecord { tokenRecords[profile.id] ?? TokenRecord() }

  /// The token's page, and from which line on it is shown; nil while it is closed.
  public var tokenPage: (page: TokenPage, top: Int)? {
    guard case .token(let top) = overlay else { return nil }
    let page = TokenPage(
      record: tokenRecord, scopes: profile.scopes, status: token, now: now, timeZone: timeZone,
      width: viewport.pageWidth)
    return (page, min(top, max(page.lines.count - viewport.overlayRows, 0)))
  }

  /// Since when a check of the signature has been under way that is on screen.
  var visibleCheck: Date? {
    guard case .token = overlay else { return nil }
    return tokenRecord.checkingSince
  }

  /// What a command means on the token's page.
  ///
  /// - Returns: nil for those that mean the same everywhere.
  mutating func runOnTokenPage(_ command: Command) -> [Effect]? {
    guard case .token = overlay else { return nil }
    switch command {
    case .tokenExchange: openTokenExchange()
    case .checkSignature: return checkSignature()
    case .renewToken: return renewToken()
    case .forgetToken:
      guard tokenRecord.report != nil else {
        notice = Notice("There is no token to forget.")
        return []
      }
      return stopCheck() + [.token(profile, .forget)]
    case .copyClaims: return copyClaims()
    case .cancel where tokenRecord.checkingSince != nil, .interrupt where tokenRecord.checkingSince != nil:
      notice = Notice("The check was stopped.")
      return stopCheck()
    case .cancel, .quit, .token: overlay = nil
    default: return nil
    }
    return []
  }

  mutating func take(_ news: TokenNews, of id: Profile.ID) {
    var record = tokenRecords[id] ?? TokenRecord()
    switch news {
    case .obtained(let report): (record.report, record.failure, record.check) = (report, nil, nil)
    case .dropped: (record.report, record.check) = (nil, nil)
    case .failed(let failure): record.failure = failure
    case .checked(let report, let result): guard record.finishCheck(of: report, result) else { return }
    case .renewed(let failure):
      record.isRenewing = false
      if let failure, record.failure == nil { record.failure = failure }
      tell(failure == nil ? "This is a new token." : "No new token could be had.", of: id)
    case .forgotten(let failure):
      if failure == nil { tokens[id] = nil }
      tell(failure.map { "\($0.message) \($0.suggestion)" } ?? "Forgotten, also where it was kept.", of: id)
    }
    tokenRecords[id] = record
  }

  private mutating func tell(_ text: String, of id: Profile.ID) {
    switch overlay {
    case .token where id == profile.id: notice = Notice(text)
    case .profiles: notice = Notice("\(id.name): \(text)")
    default: break
    }
  }

  private mutating func openTokenExchange() {
    let record = tokenRecord
    if let inspection = record.failure?.inspection ?? record.report?.exchange.map(Inspection.init) {
      pin(inspection, madeUnder: .profile(profile))
    } else if record.report != nil {
      notice = Notice("An earlier run fetched it: the history has the call, if it was kept.")
    } else {
      notice = Notice("No call for a token has been made yet: r makes one.")
    }
  }

  private mutating func checkSignature() -> [Effect] {
    guard let report = tokenRecord.report, report.webToken != nil else {
      notice = Notice(tokenRecord.report == nil ? "There is no token to check." : "An opaque token has no signature.")
      return []
    }
    guard tokenRecord.checkingSince == nil else { return [] }
    tokenRecords[profile.id]?.check = .running(since: now)
    showVerdict()
    return [.token(profile, .check(report))]
  }

  /// On a small screen the lines that tell of the check may be below its edge.
  private mutating func showVerdict() {
    guard let (page, top) = tokenPage, let row = page.verdictRow,
      !(top..<top + max(viewport.overlayRows - 1, 1)).contains(row)
    else { return }
    overlay = .token(top: row)
  }

  private mutating func stopCheck() -> [Effect] {
    guard tokenRecord.checkingSince != nil else { return [] }
    tokenRecords[profile.id]?.check = nil
    return everKnownAs(profile).map { .token($0, .stopChecking) }
  }

  private mutating func renewToken() -> [Effect] {
    guard !tokenRecord.isRenewing, token != .fetching else {
      notice = Notice("A token is being fetched.")
      return []
    }
    let effects = stopCheck()
    tokenRecords[profile.id, default: TokenRecord()].isRenewing = true
    return effects + [.token(profile, .renew)]
  }

  private mutating func copyClaims() -> [Effect] {
    guard let claims = tokenRecord.report?.webToken?.claims else {
      notice = Notice("There are no claims to copy.")
      return []
    }
    let text = String(decoding: JSONPrettyText.utf8(Array(claims.bytes)), as: UTF8.self)
    return copy(Clipping(text, "the claims"))
  }
}
