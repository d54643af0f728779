import ArgumentParser

/// A country as ISO 3166-1 has it, in capitals.
struct CountryArgument: Sendable, Hashable {
  let code: String

  init(_ text: String) throws {
    guard text.wholeMatch(of: /[A-Za-z]{2}/) != nil else { throw ValidationError("a country is a code of two letters") }
    code = text.uppercased()
  }
}
