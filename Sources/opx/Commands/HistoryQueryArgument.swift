import ArgumentParser
import ExplorerStorage
import FoundationEssentials

/// What an exchange has to be like.
struct HistoryQueryArgument: ParsableArguments {
  @Argument(
    parsing: .allUnrecognized, help: "Words and fields, such as status:4xx path:cities; without any, all exchanges.")
  var query: [String] = []

  func validate() throws {
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("unknown option \(option)") }
    _ = try parsed()
  }

  func parsed() throws -> HistoryQuery {
    do { return try HistoryQuery(query.joined(separator: " "), now: Date(), timeZone: .current) } catch {
      throw ValidationError(error.description)
    }
  }
}

extension HistoryStore {
  /// The history of whoever runs the program.
  static var standard: HistoryStore {
    HistoryStore(path: Paths(environment: ProcessInfo.processInfo.environment).history)
  }

  /// Asks the history, and says so if its file had to be set aside for that.
  static func ask<Value>(_ question: (HistoryStore) async throws -> Value) async throws -> Value {
    let store = standard
    let value = try await question(store)
    if let name = await store.setAside, let message = HistoryEvent.setAside(name).message {
      StandardError.print("opx: \(message)")
    }
    return value
  }
}
