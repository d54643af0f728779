import ArgumentParser

/// A BIC in the form that the platform documents, in capitals.
struct BICArgument: Sendable, Hashable {
  let code: String

  init(_ text: String) throws {
    code = text.uppercased()
    guard code.wholeMatch(of: /[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?/) != nil else {
      throw ValidationError("a BIC has 8 or 11 letters and digits, such as HANDSESS")
    }
  }
}
