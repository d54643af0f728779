import ArgumentParser
import OpenPayments

/// An item of a query, as text of any kind: `name=value`.
struct QueryArgument: Sendable, Hashable {
  let item: RequestTarget.Item

  init(_ text: String) throws {
    let parts = try OptionText.utf8(text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { throw ValidationError("a query item is name=value") }
    item = .init(encoding: String(parts[0]), value: String(parts[1]))
  }
}
