import ArgumentParser
import HTTPTypes
import OpenPayments

/// A header field as curl takes it: `Name: value`.
struct HeaderArgument: Sendable, Hashable {
  let field: HTTPField

  init(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw ValidationError("a header is a name, a colon and a value") }
    do throws(HeaderFieldError) { field = try HTTPField(typed: String(parts[0]), value: String(parts[1])) } catch {
      throw ValidationError(error.description)
    }
  }
}
