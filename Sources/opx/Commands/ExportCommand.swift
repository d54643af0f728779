import ArgumentParser
import Glibc
import JSONText
import OpenPayments

struct ExportCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print the whole directory as JSON Lines: countries, cities, ASPSPs, details.",
    discussion: """
      One object a line as it is read, told apart by "type": country, city, aspsp (as a city lists it, with isoCountryCode \
      and cityId) and detail (once for each BIC). What can't be read is told at the end, and the exit status is that of \
      the first failure; what was printed by then is good.
      """)

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws { try await connection.run(tellsWait: false, export) }

  private func export(_ connection: Connection) async throws {
    let client = try await connection.client()
    var progress = ExportProgress(isShown: isatty(STDERR_FILENO) == 1)
    var failures: [CommandFailure] = []
    var isEmpty = true
    defer { progress.clear() }
    for try await step in client.directory() {
      if case .failed(let call, let error) = step.item {
        failures.append(CommandFailure(ExitStatus(error.kind), "\(call.words): \(error.description)"))
      } else {
        isEmpty = false
        try StandardOutput.write(Self.line(step.item).utf8() + [UInt8(ascii: "\n")])
      }
      progress.show(step.progress)
    }
    progress.clear()
    guard let first = failures.first else {
      if isEmpty, StandardOutput.isTerminal { StandardError.print("opx: no countries") }
      return
    }
    for failure in failures.dropFirst() { StandardError.print(failure.line) }
    throw first
  }

  private static func line(_ item: DirectoryStep.Item) -> JSONOutput {
    switch item {
    case .country(let country): typed("country", JSONOutput(country))
    case .city(let city, let code): typed("city", JSONOutput(city), [.init("isoCountryCode", .string(code))])
    case .aspsp(let aspsp, let code, let cityId):
      typed(
        "aspsp", .members(["bicFi": .string(aspsp.bicFi), "name": .string(aspsp.name)]),
        [.init("isoCountryCode", .string(code)), .init("cityId", .string(cityId))])
    case .detail(let aspsp): typed("detail", JSONOutput(aspsp))
    case .failed: .null
    }
  }

  /// The object with its type in front, and with members that it may lack.
  private static func typed(
    _ type: String, _ object: JSONOutput, _ place: [JSONOutput.Member] = []
  ) -> JSONOutput {
    guard case .object(let members) = object else { return object }
    let missing = place.filter { member in !members.contains { $0.name == member.name } }
    return .object([.init("type", .string(type))] + members + missing)
  }
}

extension DirectoryCall {
  fileprivate var words: String {
    switch self {
    case .countries: "countries"
    case .cities(let code): "cities of \(code)"
    case .aspsps(let code, let cityId): "ASPSPs of \(code) \(cityId)"
    case .aspsp(let bicFi): bicFi
    }
  }
}
