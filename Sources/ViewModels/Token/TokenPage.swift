import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments

/// All that can be said of a profile's token, in lines.
public struct TokenPage: Sendable {
  let record: TokenRecord
  /// The profile's; the token may have been asked for with others.
  let scopes: [String]
  let status: TokenStatus
  let now: Date
  let timeZone: LocalZone
  let width: Int
  let keys: CommandKeys

  /// How the token stands, in a few words, and whether that is good; nil for neither.
  public var state: (words: String, isGood: Bool?) {
    switch status {
    case .fetching: return ("being fetched", nil)
    case .refused: return ("refused", false)
    case .none where record.isRenewing: return ("being fetched", nil)
    case .none: return record.failure == nil ? ("none", nil) : ("none", false)
    case .valid(let until):
      let left = until.timeIntervalSince(now)
      return left > 0 ? ("valid for \(left.countdown)", true) : ("expired", false)
    }
  }

  public var lines: [Line] {
    guard let report = record.report else { return head }
    return head + [Line()]
      + (report.webToken.map { claims($0) } ?? sentence("Opaque: it is no JWT, so there is nothing to read."))
  }

  /// Where it says whether the token is verified; nil if it is no JWT.
  var verdictRow: Int? { record.report?.webToken == nil ? nil : head.count + 1 }

  private var head: [Line] {
    let fields = FieldLines(width: width)
    var lines = fields.lines("State", state.words, state.isGood.map { $0 ? .good : .bad } ?? .plain)
    lines += fields.lines("Asked scopes", (record.report?.askedScopes ?? scopes).joined(separator: " "))
    if let report = record.report { lines += facts(report, fields) }
    if let failure = record.failure {
      lines += [Line()] + Details.lines(failure, width: width, keys)
      if failure.inspection != nil { lines += sentence("\(key: .tokenExchange) shows the call that failed.", .muted) }
    } else if record.report == nil {
      lines += [Line()] + sentence("There is no token. \(key: .renewToken) fetches one, and so does any call.")
    }
    return lines
  }

  private func facts(_ report: TokenReport, _ fields: FieldLines) -> [Line] {
    let asked = report.askedScopes
    var lines: [Line] = []
    if let granted = report.grantedScopes {
      lines += fields.lines("Granted scopes", granted.joined(separator: " "))
      let (missing, more) = (asked.filter { !granted.contains($0) }, granted.filter { !asked.contains($0) })
      if !missing.isEmpty { lines += fields.lines("Not granted", missing.joined(separator: " "), .bad) }
      if !more.isEmpty { lines += fields.lines("Not asked for", more.joined(separator: " "), .match) }
    } else {
      lines += fields.lines("Granted scopes", "as asked: the answer didn't say", .muted)
    }
    let renewals = [0: "not in this run", 1: "once in this run"][report.renewals]
    return lines + fields.lines("Issued", report.issuedAt.local(in: timeZone))
      + fields.lines("Expires", report.expiresAt.local(in: timeZone) + (report.isLifetimeAssumed ? Self.assumed : ""))
      + fields.lines("Renewed", renewals ?? "\(report.renewals) times in this run")
      + fields.lines("Came from", report.exchange.map(Self.origin) ?? "an earlier run, which kept it")
  }

  private static let assumed = " (five minutes assumed: the answer didn't say)"

  private static func origin(_ exchange: Exchange) -> String {
    let status = exchange.status.map { ", \($0)" } ?? ""
    return "\(exchange.request.method.rawValue) \(exchange.url)\(status) in \(exchange.timings.total.words)"
  }

  // MARK: - A JWT

  private func claims(_ web: JSONWebToken) -> [Line] {
    let fields = ClaimLines(width: width, timeZone: timeZone)
    return verdict + [Line(), Line("JWT header", .heading)] + fields.lines(web.headerMembers)
      + [Line(), Line("JWT claims", .heading)] + fields.lines(web.claimsMembers)
  }

  private var verdict: [Line] {
    switch record.check {
    case nil: return sentence("NOT VERIFIED: \(key: .checkSignature) checks the signature.", .match)
    case .running(let since):
      let wait = since.visibleWait(at: now).map { " \(Int(clamping: $0)) s" } ?? ""
      return sentence("NOT VERIFIED: checking the signature…\(wait) \(key: .cancel) stops.", .match)
    case .done(let check) where check.isValid:
      return sentence("\(check.words.prefix(1).uppercased())\(check.words.dropFirst())", .good)
    case .done(let check): return sentence("NOT VERIFIED: \(check.words).", .bad)
    case .failed(let failure): return sentence("NOT VERIFIED: \(failure.message) \(failure.suggestion)", .bad)
    }
  }

  private func sentence(_ sentence: Sentence, _ role: Line.Role = .plain) -> [Line] {
    sentence.text(keys).broken(at: width).map { Line($0, role) }
  }
}
