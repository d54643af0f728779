import ArgumentParser
import ExplorerStorage
import HTTPTypes
import JSONText
import OpenPayments
import Terminal
import ViewModels

struct DiffCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what differs between two JSON texts, or one call's answers to two profiles.",
    discussion: """
      JSON is compared by structure: the order of keys and the spelling of values are no difference, and items of a list \
      belong together by bicFi, cityId, isoCountryCode or id, wherever they stand. Anything else is compared line by line. \
      Prints nothing where nothing differs. The exit status is 0 then, and 1 otherwise. With --with, where neither side \
      answers well, it is that of the failure of the profile in use.
      """)

  @Argument(help: "A file, - for standard input, or with --with a path such as /psd2/aspspinformation/v1/countries.")
  var left: String

  @Argument(help: "A file, or - for standard input.")
  var right: String?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Call the path as this profile, too, and compare the answers.", valueName: "name"),
    transform: OptionText.nonEmpty)
  var other: String?

  @Flag(help: "Print a JSON Patch (RFC 6902) that makes the right from the left.")
  var json = false

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func validate() throws {
    guard (right == nil) != (other == nil) else {
      throw ValidationError("name two files, or one path and the other profile (--with)")
    }
    if other != nil { _ = try OptionText.utf8(left) }
    guard left != "-" || right != "-" else { throw ValidationError("standard input can't be both") }
  }

  func run() async throws {
    if let right {
      try print(JSONDocument(try InputFile.read(left).inUTF8), JSONDocument(try InputFile.read(right).inUTF8))
    } else if let other {
      try await connection.run { connection in
        let (left, right) = try await answers(connection, try connection.catalogue.profile(named: other))
        try print(
          Self.document(left), Self.document(right), statuses: Self.statuses(left, right),
          failure: right.error == nil ? nil : left.error)
      }
    }
  }

  /// Both calls are made at once, each with its own profile's hosts and token.
  private func answers(_ connection: Connection, _ other: Profile) async throws -> (Exchange, Exchange) {
    let chosen = connection.catalogue.chosen
    guard chosen.dialect == other.dialect else {
      throw CommandFailure(
        .usage,
        """
        \(chosen.name) speaks \(chosen.dialect.rawValue) and \(other.name) \(other.dialect.rawValue), whose paths differ; \
        compare profiles of one dialect
        """)
    }
    let (one, two) = (try await connection.client(), try await connection.client(for: other))
    async let left = Self.answer(one, to: self.left)
    async let right = Self.answer(two, to: self.left)
    let answers = (await left, await right)
    let failures = (Self.failure(answers.0), Self.failure(answers.1))
    for (profile, answer) in [(chosen, answers.0), (other, answers.1)] {
      guard let exchange = try? answer.get(), exchange.error != nil else { continue }
      StandardError.print("opx: \(profile.name) answered \(Self.status(exchange))")
    }
    if let comparable = Self.comparable(answers.0, answers.1) { return comparable }
    if failures.0 != nil, let failure = failures.1, (try? answers.1.get()) == nil {
      StandardError.print("opx: \(other.name) did not answer: \(CommandFailure(failure).message)")
    }
    throw failures.0 ?? failures.1 ?? CancellationError()
  }

  private static func answer(_ client: OpenPaymentsClient, to path: String) async -> Result<Exchange, any Error> {
    do { return .success(try await client.get(path)) } catch { return .failure(error) }
  }

  /// Two whole bodies, whatever their statuses.
  private static func comparable(
    _ left: Result<Exchange, any Error>, _ right: Result<Exchange, any Error>
  ) -> (Exchange, Exchange)? {
    guard let left = try? left.get(), let right = try? right.get() else { return nil }
    return left.codingProblem == nil && right.codingProblem == nil ? (left, right) : nil
  }

  private static func failure(_ answer: Result<Exchange, any Error>) -> (any Error)? {
    switch answer {
    case .success(let exchange): exchange.error
    case .failure(let error): error
    }
  }

  private static func document(_ exchange: Exchange) -> JSONDocument {
    JSONDocument(exchange.decodedText?.bytes ?? exchange.body)
  }

  /// Nothing where the codes are the same: a reason phrase says no more (RFC 9110 section 15).
  private static func statuses(_ left: Exchange, _ right: Exchange) -> (left: String, right: String) {
    left.status == right.status ? ("", "") : (status(left), status(right))
  }

  private static func status(_ exchange: Exchange) -> String {
    exchange.response?.status.text ?? "no answer"
  }

  /// - Parameter failure: what the command ends with in place of what the comparison tells.
  private func print(
    _ left: JSONDocument, _ right: JSONDocument, statuses: (left: String, right: String) = ("", ""),
    failure: OpenPaymentsError? = nil
  ) throws {
    let isJSON = left.error == nil && right.error == nil
    let difference = try isJSON ? BodyDifference(left, right) : BodyDifference(lines: left.bytes, right.bytes)
    Self.noteRepeatedKeys(difference)
    if json {
      guard let patch = difference.patch else { throw failure.map { CommandFailure($0) } ?? Self.noJSON(left, right) }
      try StandardOutput.write(pieces: patch.prettyPieces)
      try StandardOutput.write([UInt8(ascii: "\n")])
    } else {
      let heads = statuses.left == statuses.right ? [] : ["- \(statuses.left)", "+ \(statuses.right)"]
      try StandardOutput.write(pieces: heads.lazy.map(Self.utf8))
      if difference.differenceCount > 0 {
        try StandardOutput.write(pieces: difference.unifiedLines.lazy.map(Self.utf8))
      }
    }
    if let failure { throw failure }
    if difference.differenceCount > 0 || statuses.left != statuses.right { throw CommandFailure(.different, "") }
  }

  private static func noteRepeatedKeys(_ difference: BodyDifference) {
    guard let repeated = difference.json?.hasRepeatedKey, repeated.left || repeated.right else { return }
    let sides = repeated.left && repeated.right ? "both sides have" : repeated.left ? "the left has" : "the right has"
    StandardError.print("opx: \(sides) objects with a key more than once; only the last of each was compared")
  }

  private static func utf8(_ line: String) -> [UInt8] { Array("\(VisibleText.visible(line))\n".utf8) }

  private static func noJSON(_ left: JSONDocument, _ right: JSONDocument) -> CommandFailure {
    let (side, error) = left.error.map { ("left", $0) } ?? ("right", right.error ?? .init(offset: 0, reason: .noValue))
    return CommandFailure(.unusableAnswer, "the \(side) is not JSON (\(error)); leave out --json to compare lines")
  }
}
