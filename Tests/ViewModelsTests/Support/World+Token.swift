import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import ViewModels

extension World {
  static let claims = #"{"iss":"https://auth.test","exp":1700003600,"scope":["a","b"],"deep":{"x":[1]}}"#

  /// A token that says of itself what ``claims`` have.
  static let webToken = JSONWebToken(
    Secret(
      "eyJhbGciOiJFUzI1NiIsImtpZCI6ImtleS0xIn0."
        + "eyJpc3MiOiJodHRwczovL2F1dGgudGVzdCIsImV4cCI6MTcwMDAwMzYwMCwic2NvcGUiOlsiYSIsImIiXSwiZGVlcCI6eyJ4IjpbMV19fQ."
        + "c2VjcmV0"))

  static let tokenCall = Exchange(
    id: UUID(), operation: .token, startedAt: start,
    request: HTTPRequest(method: .post, scheme: "https", authority: "auth.test", path: "/connect/token"),
    requestBody: [], response: HTTPResponse(status: .ok), body: [], failure: nil,
    timings: .init(head: .milliseconds(3), total: .milliseconds(5)), tokenExchange: nil)

  static func report(
    granted: [String]? = nil, renewals: Int = 0, exchange: Exchange? = tokenCall, isOpaque: Bool = false
  ) -> TokenReport {
    TokenReport(
      issuedAt: start, expiresAt: start + 3600, askedScopes: ["a", "b"], grantedScopes: granted, renewals: renewals,
      exchange: exchange, webToken: isOpaque ? nil : webToken)
  }
}

extension Browser {
  /// One that has all it needs, and a token.
  static func withToken(_ report: TokenReport = World.report()) -> Browser {
    var browser = Browser.settled(rows: 40)
    browser.obtain(report)
    return browser
  }

  mutating func obtain(_ report: TokenReport) {
    send(.token(tag, .obtained(report)))
    send(.tokenChanged(tag, .valid(until: report.expiresAt)))
  }

  /// The token's page as plain text; none while it is closed.
  var tokenText: [String] {
    tokenPage?.page.lines.map { line in
      String(repeating: " ", count: line.indent) + line.pieces.map(\.text).joined()
    } ?? []
  }

  func tells(_ text: String) -> Bool { tokenText.contains { $0.contains(text) } }
}
