import OpenPayments
import Testing

@testable import opx

/// Countries and cities by name, each in the list that the platform gave.
@Suite(.timeLimit(.minutes(2)))
struct NamedPlaceTests {
  private let countries = [
    Country(isoCountryCode: "SE", name: "Sweden"), Country(isoCountryCode: "CI", name: "Côte d'Ivoire"),
    Country(isoCountryCode: "CG", name: "Congo"), Country(isoCountryCode: "CD", name: "congo"),
    Country(isoCountryCode: "", name: "Nowhere"), Country(isoCountryCode: "X-100", name: "Elsewhere"),
  ]

  private struct LookedUp: Error {}

  @Test("a code is asked for as it is, and nothing is looked up; a name is")
  func code() async throws {
    #expect(try await CountryArgument(" se ").code { throw LookedUp() } == "SE")
    let name = try CountryArgument("Sweden")
    await #expect(throws: LookedUp.self) { try await name.code { throw LookedUp() } }
  }

  @Test(
    "a name is found without its capitals, accents and outer blanks, and so is a code of another form",
    arguments: [
      ("Sweden", "SE"), ("sweden\t", "SE"), ("COTE D'IVOIRE", "CI"), ("X-100", "X-100"), ("congo", "CD"),
      (" Congo", "CG"),
    ])
  func name(text: String, code: String) throws {
    #expect(try CountryArgument(text).code(among: countries) == code)
  }

  @Test(
    "what can't be found is told",
    arguments: [
      (
        "Sveden", Int32(64),
        #"there is no country "Sveden" (a country is a code of two letters, or its name); did you mean Sweden?"#
      ),
      ("CONGO", 64, #"several countries are called "CONGO": CG (Congo), CD (congo); name one by its code"#),
      (
        "nowhere", 65,
        #"the platform sent no code for "nowhere", without which its ASPSPs can't be asked for"#
      ),
    ])
  func unknown(text: String, status: Int32, words: String) throws {
    let argument = try CountryArgument(text)
    let failure = try #require(throws: CommandFailure.self) { try argument.code(among: countries) }
    #expect(failure.status.rawValue == status && failure.message == words)
  }

  @Test("names of country and city lead to the same as code and id, in both dialects", arguments: ["psd2", "seed"])
  func names(dialect: String) async throws {
    let opx = try OpxProcess()
    let named = try await opx.run("aspsps", "sweden", " STOCKHOLM ", "--profile", "sandbox-\(dialect)")
    let coded = try await opx.run(
      "aspsps", "SE", "37efa883-c8ad-4ff7-927b-b11b02beb923", "--profile", "sandbox-\(dialect)")
    #expect(named.status == 0 && named.output == coded.output && !named.output.isEmpty)
    let calls = try await opx.run("history", "-op:token")
    #expect(calls.text.split(separator: "\n").count == 4, "only what is named is looked up: \(calls.text)")
  }

  @Test("an unknown city is told from the list just read, and never asked for", arguments: ["psd2", "seed"])
  func unknownCity(dialect: String) async throws {
    let opx = try OpxProcess()
    let outcome = try await opx.run("aspsps", "SE", "Stokholm", "--profile", "sandbox-\(dialect)")
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors == "opx: there is no city \"Stokholm\"; did you mean Stockholm?\n")
    let calls = try await opx.run("history", "-op:token")
    #expect(calls.text.split(separator: "\n").count == 1)
  }
}
