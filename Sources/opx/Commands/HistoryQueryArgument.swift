import ArgumentParser
import ExplorerStorage
import FoundationEssentials

/// What an exchange has to be like.
struct HistoryQueryArgument: ParsableArguments {
  @Argument(
    parsing: .allUnrecognized, help: "Words and fields, such as status:4xx path:cities; without any, all exchanges.")
  var query: [String] = []

  /// What comes after `--` are words, whatever they begin with.
  private var words: [String] {
    guard let end = query.firstIndex(of: "--") else { return query }
    return Array(query[..<end] + query[(end + 1)...])
  }

  func validate() throws {
    if let option = query.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'")
    }
    _ = try parsed()
  }

  /// What may have been meant by a single word that finds nothing: a subcommand of the history, or a word that is the name of
  /// another one; nil for anything else.
  var meant: String? {
    guard words.count == 1, let word = words.first, word.allSatisfy(\.isLetter) else { return nil }
    if let own = Spelling.near(word, among: Subcommands.names(in: HistoryCommand.self)).first {
      return "opx history \(own)"
    }
    return Spelling.near(word, among: Subcommands.names(in: nil)).first.flatMap { $0 == word ? nil : "\"\($0)\"" }
  }

  func parsed() throws -> HistoryQuery {
    do { return try HistoryQuery(words.joined(separator: " "), now: Date(), timeZone: .current) } catch {
      throw ValidationError(error.description)
    }
  }
}
