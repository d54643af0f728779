import ArgumentParser
import OpenPayments

/// A country as a person names it: by its ISO 3166-1 code, or by its name.
struct CountryArgument: Sendable, Hashable {
  static let help: ArgumentHelp = "ISO 3166-1 code of two letters, such as SE, or the country's name."

  /// No country has a shorter name in English: `SWE` is a code of three letters, which the platform doesn't know.
  private static let shortestName = 4

  /// Without blanks around it.
  private let text: String

  init(_ text: String) throws {
    self.text = text.withoutOuterBlanks
    guard code != nil || self.text.count >= Self.shortestName else {
      throw ValidationError("a country is a code of two letters, or its name")
    }
  }

  /// In capitals; nil for a name.
  var code: String? { text.wholeMatch(of: /[A-Za-z]{2}/) != nil ? text.uppercased() : nil }

  /// The code to ask for.
  ///
  /// - Parameter countries: fetches those that there are; not called for a code.
  func code(countries: () async throws -> [Country]) async throws -> String {
    if let code { return code }
    return try code(among: try await countries())
  }

  /// - Throws: ``CommandFailure`` if it is none of the countries, or several.
  func code(among countries: [Country]) throws(CommandFailure) -> String {
    try NamedPlaces(
      places: countries.map { ($0.isoCountryCode, $0.name) }, noun: "country", plural: "countries", idWord: "code",
      form: " (a country is a code of two letters, or its name)"
    ).id(of: text)
  }
}
