import Foundation
import HTTPTypes
import JSONText
import OpenPayments
import Testing

@testable import PortalClient

/// Answers of a server that isn't the one, doesn't mean this application, or was led astray: none may be taken.
@Suite("What a sign-in must not take")
struct SignInRulesTests {
  private static let address = "http://localhost:8080/back?shop=1"
  private static let email = "anna@example.com"
  private static let password = Secret("abc1234")

  /// Signs in, with some answers changed on their way.
  private func signIn(
    returningTo address: String = address, _ change: @escaping AnswerChange
  ) async throws -> Result<AuthorizationCodeFlow.SignedIn, PortalError> {
    let surroundings = try Surroundings(change: change)
    let new = try await surroundings.register(redirectURIs: [address])
    try await surroundings.portal.addTestUser(.init(email: Self.email, password: Self.password))
    let flow = AuthorizationCodeFlow(surroundings.portal, as: new.credentials(["email"]), redirectURI: address)
    do throws(PortalError) {
      let waiting = try await flow.enter(email: Self.email, password: Self.password, on: try await flow.begin())
      for seen in try await surroundings.portal.waitingSignIns() {
        try await surroundings.portal.decide(seen.id, isApproved: true)
      }
      guard case .approved(let code) = try await flow.decision(on: waiting) else { throw PortalError("still open") }
      return .success(try await flow.redeem(code))
    } catch {
      return .failure(error)
    }
  }

  private func failure(
    returningTo address: String = address, _ change: @escaping AnswerChange
  ) async throws -> String? {
    guard case .failure(let error) = try await signIn(returningTo: address, change) else { return nil }
    #expect(error.exchange != nil)
    return error.message
  }

  /// The redirect back to the application, changed.
  private static func redirect(_ change: @escaping @Sendable (String) -> String) -> AnswerChange {
    { request, answer in
      guard request.path?.hasPrefix("/connect/signin/") == true, let target = answer.response.headerFields[.location]
      else { return answer }
      var answer = answer
      answer.response.headerFields[.location] = change(target)
      return answer
    }
  }

  /// The claims of the id token, changed, and signed as before.
  private static func claims(_ change: @escaping @Sendable (inout [String: Any]) -> Void) -> AnswerChange {
    body(of: "/connect/token") { root in
      var parts = (root["id_token"] as? String ?? "").split(separator: ".").map(String.init)
      let standard = parts[1].replacing("-", with: "+").replacing("_", with: "/")
      let padded = standard + String(repeating: "=", count: (4 - standard.count % 4) % 4)
      guard let data = Data(base64Encoded: padded),
        var claims = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
      else { return }
      change(&claims)
      let changed = (try? JSONSerialization.data(withJSONObject: claims)) ?? Data()
      parts[1] = changed.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
      root["id_token"] = parts.joined(separator: ".")
    }
  }

  private static func body(
    of path: String, _ change: @escaping @Sendable (inout [String: Any]) -> Void
  ) -> AnswerChange {
    { request, answer in
      guard request.path == path,
        var root = try? JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
      else { return answer }
      change(&root)
      var answer = answer
      answer.body = (try? JSONSerialization.data(withJSONObject: root)).map { Array($0) } ?? []
      return answer
    }
  }

  private static let discovery = "/.well-known/openid-configuration"

  @Test(
    "Unchanged answers are taken, wherever they lead back to",
    arguments: [address, "http://localhost:8080/", "http://127.0.0.1/a?", "https://till.example/back"])
  func good(address: String) async throws {
    guard case .success(let result) = try await signIn(returningTo: address, { $1 }) else {
      Issue.record("refused")
      return
    }
    #expect(result.idToken.claimsMembers?["email"]?.string == Self.email)
  }

  @Test(
    "A redirect to anything but the registered address is not followed",
    arguments: [
      ("localhost:8080/back", "localhost:8081/back"), ("localhost:8080/back", "localhost:8080/back2"),
      ("localhost:8080/back", "localhost:8080/back/"),
      ("http://", "https://"), ("localhost:8080", "localhost:8080.evil.test"), ("localhost", "LOCALHOST"),
      ("localhost:8080", "me@localhost:8080"), ("?shop=1&", "?"), ("?shop=1&", "?shop=1"),
      ("?shop=1&", "#shop=1&"), ("&state=", "#&state="), ("http://localhost:8080", ""),
    ])
  func elsewhere(part: String, other: String) async throws {
    let message = try await failure(Self.redirect { $0.replacing(part, with: other, maxReplacements: 1) })
    #expect(message == "The answer leads elsewhere than to the address of the application.")
  }

  @Test("An address that only begins like the registered one is another")
  func prefix() async throws {
    let message = try await failure(
      returningTo: "http://localhost:8080", Self.redirect { $0.replacing("8080", with: "80801") })
    #expect(message == "The answer leads elsewhere than to the address of the application.")
  }

  @Test("The state is compared to the letter, must be there, and nothing may be there twice")
  func state() async throws {
    let differs = "The answer is not to this sign-in: its state differs."
    #expect(try await failure(Self.redirect { $0.replacing("&state=", with: "&state=x") }) == differs)
    #expect(try await failure(Self.redirect { $0.replacing("&state=", with: "&other=") }) == differs)
    let twice = "The answer has a parameter twice."
    #expect(try await failure(Self.redirect { $0 + "&state=x" }) == twice)
    guard case .failure(let error) = try await signIn(Self.redirect { $0 + "&code=another-code" }) else {
      Issue.record("taken")
      return
    }
    #expect(error.message == twice)
    let recorded = error.exchange?.response?.headerFields[.location] ?? ""
    #expect(recorded.contains("code=") && !recorded.contains("another-code"), "a code is a secret wherever it stands")
    #expect(try await failure(Self.redirect { $0.replacing("&code=", with: "&kode=") }) == "The answer has no code.")
    #expect(try await failure(Self.redirect { $0 + "&error=server_error" }) == "server_error")
  }

  @Test("The issuer must be named where the server says it would, and be the right one everywhere")
  func issuer() async throws {
    let missing = Self.redirect { $0.replacing("&iss=", with: "&other=") }
    let words = "The answer doesn't name its issuer, although the server says it would."
    #expect(try await failure(missing) == words)
    for announced in [nil, false] as [Bool?] {
      let silent = Self.body(of: Self.discovery) { $0["authorization_response_iss_parameter_supported"] = announced }
      #expect(try await failure { missing($0, silent($0, $1)) } == nil)
      let wrong = Self.redirect { $0.replacing("%3A4711", with: "%3A4712").replacing(":4711", with: ":4712") }
      let message = try await failure { wrong($0, silent($0, $1)) }
      #expect(message == "The answer is from another issuer, http://127.0.0.1:4712.")
    }
  }

  @Test("A discovery document of another issuer ends it before the user is sent anywhere")
  func discoveredIssuer() async throws {
    let issuers: [(String?, String)] = [("http://evil.test", "the issuer http://evil.test"), (nil, "no issuer")]
    for (issuer, named) in issuers {
      let message = try await failure(Self.body(of: Self.discovery) { $0["issuer"] = issuer })
      #expect(message == "The discovery document is of \(named), not of http://127.0.0.1:4711.")
    }
  }

  @Test(
    "An id token is for this application, of this issuer and sign-in, and still good",
    arguments: [
      ("iss", #""http://evil.test""#, "The id token is from another issuer, http://evil.test."),
      ("iss", #""http://127.0.0.1:4711/""#, "The id token is from another issuer, http://127.0.0.1:4711/."),
      ("iss", "", "The id token names no issuer."),
      ("aud", #""other""#, foreign), ("aud", #"["other","third"]"#, foreign), ("aud", "", foreign),
      ("aud", #""""#, foreign), ("aud", #""ME ME""#, foreign),
      ("aud", #"["ME","other"]"#, shared), ("aud", #"["ME",7]"#, shared), ("azp", #""other""#, shared),
      ("azp", "7", shared),
      ("exp", "1600000000", "The id token has expired."), ("exp", "", endless), ("exp", #""never""#, endless),
      ("exp", "-1", endless), ("nonce", #""other""#, otherSignIn), ("nonce", "", otherSignIn),
      ("sub", "", "The id token doesn't say who has signed in."),
    ])
  func idToken(claim: String, json: String, words: String) throws {
    #expect(try problem { Self.set(claim, json, &$0) } == words)
  }

  @Test("Several applications may have it, if it was given to this one", arguments: [#"["ME"]"#, #"["other","ME"]"#])
  func sharedIDToken(audience: String) throws {
    let problem = try problem { claims in
      Self.set("azp", #""ME""#, &claims)
      Self.set("aud", audience, &claims)
    }
    #expect(problem == nil)
  }

  @Test("What is wrong with an id token ends the sign-in")
  func badIDToken() async throws {
    #expect(try await failure(Self.claims { $0["aud"] = "other" }) == Self.foreign)
    #expect(try await failure(Self.claims { $0["nonce"] = nil }) == Self.otherSignIn)
    #expect(try await failure(Self.claims { $0["exp"] = 1_600_000_000 }) == "The id token has expired.")
  }

  /// What is wrong with a good id token once it was changed.
  private func problem(_ change: (inout [String: Any]) -> Void) throws -> String? {
    var claims: [String: Any] = [
      "iss": "http://127.0.0.1:4711", "aud": "till", "sub": "anna", "exp": 1_800_000_000, "nonce": "n1",
    ]
    change(&claims)
    let bytes = try JSONSerialization.data(withJSONObject: claims)
    let text = bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    let token = try #require(JSONWebToken(Secret("e30.\(text).")))
    return IDTokenRules(issuer: "http://127.0.0.1:4711", clientID: "till", nonce: "n1")
      .problem(token, at: Date(timeIntervalSince1970: 1_700_000_000))
  }

  private static let foreign = "The id token is for another application."
  private static let shared = "The id token is for several applications and was not given to this one."
  private static let endless = "The id token doesn't say when it ends."
  private static let otherSignIn = "The id token is not of this sign-in: its nonce differs."

  /// Puts JSON, in which ME is the application, in the place of a claim; removes it if there is no JSON.
  private static func set(_ claim: String, _ json: String, _ claims: inout [String: Any]) {
    let text = json.replacing("ME", with: claims["aud"] as? String ?? "")
    claims[claim] = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  @Test("There is an id token", arguments: [nil, "opaque", "a.b.c"])
  func noIDToken(text: String?) async throws {
    let message = try await failure(Self.body(of: "/connect/token") { $0["id_token"] = text })
    #expect(message == "The answer has no id token that could be read.")
  }
}
