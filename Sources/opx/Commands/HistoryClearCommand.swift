import ArgumentParser
import CursesTerminal
import ExplorerStorage
import Glibc

struct HistoryClearCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Delete exchanges from the history.")

  @OptionGroup var argument: HistoryQueryArgument

  @Flag(help: "Don't ask.")
  var yes = false

  func run() async throws {
    let query = try argument.parsed()
    let store = HistoryStore.standard
    if !yes {
      let count = try await store.count(query)
      guard try isMeant(count) else { return StandardError.print("opx: nothing was deleted") }
    }
    let count = try await store.delete(query)
    StandardError.print("opx: deleted \(count) exchange\(count == 1 ? "" : "s")")
  }

  private func isMeant(_ count: Int) throws -> Bool {
    guard count > 0 else { return false }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw CommandFailure(.usage, "without a terminal to ask on, history clear needs --yes")
    }
    let question = TerminalQuestion("Delete \(count) exchange\(count == 1 ? "" : "s") from the history? [y/N] ")
    return try question.isAnsweredYes(input: STDIN_FILENO, output: STDERR_FILENO)
  }
}
