import ExplorerStorage
import FoundationEssentials

extension HistoryStore {
  /// The history of whoever runs the program.
  static var standard: HistoryStore {
    HistoryStore(
      path: Paths(environment: ProcessInfo.processInfo.environment).history, onLock: StandardError.tell)
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
