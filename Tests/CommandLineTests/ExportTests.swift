import Foundation
import OpenPayments
import Testing
import ViewModels

@testable import opx

@Suite(.timeLimit(.minutes(2)))
struct ExportTests {
  private static func types(_ text: String) -> [String: Int] {
    let types = text.split(separator: "\n").compactMap {
      $0.firstMatch(of: /^\{"type":"([a-z]+)"/).map { String($0.1) }
    }
    return types.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test(
    "the built-in sandbox's directory is exported whole, the same in both dialects",
    arguments: ["sandbox", "sandbox-seed"])
  func whole(profile: String) async throws {
    let outcome = try await OpxProcess().run("export", "--profile", profile)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let types = Self.types(outcome.text)
    #expect(types["country"] == 13 && types["city"] == 169 && types["detail"] == 291)
    #expect(types["aspsp"] == 291)
    for line in outcome.text.split(separator: "\n").prefix(20) {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test("what can't be read is told at the end, with the rest printed")
  func failures() async throws {
    let server = try await ScriptedServer.api { request in
      switch request.path {
      case let path where path.hasSuffix("/countries"): .json(#"{"countries":[{"isoCountryCode":"SE","name":"S"}]}"#)
      case let path where path.contains("cities?"):
        .json(#"{"cities":[{"cityId":"1","name":"C"},{"cityId":"2","name":"D"}]}"#)
      case let path where path.contains("cityIds=1"): .status(404, body: [])
      case let path where path.contains("cityIds=2"): .json(#"{"aspsps":[{"bicFi":"B","name":"N"}]}"#)
      default: .json(#"{"bicFi":"B","name":"N","phone":"1"}"#)
      }
    }
    let outcome = try await OpxProcess(environment: server.environment).run("export")
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("opx: ASPSPs of SE 1: not found (404)"))
    #expect(Self.types(outcome.text) == ["country": 1, "city": 2, "aspsp": 1, "detail": 1])
    #expect(outcome.text.contains(#"{"type":"aspsp","bicFi":"B","name":"N","isoCountryCode":"SE","cityId":"2"}"#))
  }

  @Test("progress says how many calls of how many, and for how long where that is known")
  func progress() {
    func text(_ done: Int, _ failed: Int, _ left: Int, _ isTotalKnown: Bool) -> String {
      DirectoryProgress(done: done, failed: failed, left: left, isTotalKnown: isTotalKnown)
        .facts(after: .seconds(2)).joined(separator: ", ")
    }
    #expect(text(10, 0, 30, false) == "10 of at least 40 calls, 5 a second")
    #expect(text(38, 2, 30, true) == "40 of 70 calls, 20 a second, 2 s left, 2 failed")
  }

  @Test("--verbose tells the calls in order on standard error, secrets masked and controls made visible")
  func verbose() async throws {
    let server = try await ScriptedServer.api { _ in
      .status(
        200, fields: ["X-Odd: \u{9B}31m", "Content-Type: application/json"], body: Array(#"{"countries":[]}"#.utf8))
    }
    let outcome = try await OpxProcess(environment: server.environment).run("countries", "-v")
    #expect(outcome.status == 0)
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    #expect(lines.first == "* token call, try 1, \(server.origin)/connect/token")
    #expect(lines.contains("> GET /psd2/aspspinformation/v1/countries HTTP/1.1"))
    #expect(lines.contains("> Authorization: Bearer ••••••"))
    #expect(lines.contains("< HTTP/1.1 200 Scripted"))
    #expect(!outcome.errors.contains("\u{9B}") && !outcome.errors.contains("scripted-token"))
    #expect(!outcome.errors.contains(ScriptedServer.secret))
  }
}
