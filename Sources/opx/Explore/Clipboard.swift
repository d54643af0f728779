import ChildPrograms
import Dispatch
import Synchronization
import ViewModels

/// The desktop's clipboard, by whichever of its programs is here and works.
final class Clipboard: Sendable {
  private static let patience: Duration = .seconds(3)
  /// What a program may still take to have its text when nobody waits for it any more.
  private static let grace: DispatchTimeInterval = .milliseconds(300)

  /// The programs and their arguments, the best first; each reads the text from its standard input.
  let tools: [[String]]
  private let copies = DispatchGroup()
  private let isEnding = Atomic(false)

  /// - Parameter isExecutable: whether a path is a program.
  init(environment: [String: String], isExecutable: (String) -> Bool = ChildProgram.isExecutable) {
    let candidates = [
      ("WAYLAND_DISPLAY", ["wl-copy"]), ("DISPLAY", ["xclip", "-selection", "clipboard", "-in"]), (nil, ["pbcopy"]),
      ("TMUX", ["tmux", "load-buffer", "-w", "-"]),
    ]
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let isUsable = { (variable: String?) in variable.map { !(environment[$0] ?? "").isEmpty } ?? true }
    tools = candidates.compactMap { variable, command in
      guard isUsable(variable) else { return nil }
      return folders.map { "\($0)/\(command[0])" }.first(where: isExecutable).map { [$0] + command.dropFirst() }
    }
  }

  /// Hands the text to the first program that takes it.
  func copy(_ text: String) async -> CopyOutcome {
    await withCheckedContinuation { continuation in
      // It blocks, which the threads of tasks must not.
      DispatchQueue.global().async(group: copies) {
        continuation.resume(returning: self.copyBlocking(Array(text.utf8)))
      }
    }
  }

  /// Ends the programs that are at it, once those that work have had their time. Blocks until they are gone.
  func end() {
    guard copies.wait(timeout: .now() + Self.grace) == .timedOut else { return }
    isEnding.store(true, ordering: .relaxed)
    copies.wait()
  }

  private func copyBlocking(_ text: [UInt8]) -> CopyOutcome {
    for tool in tools where !mustEnd() {
      let program = ChildProgram(tool, input: text)
      if case .ended(status: 0, _, _) = program.runBlocking(timeLimit: Self.patience, isCancelled: mustEnd) {
        return .tool(Self.name(tool))
      }
    }
    return tools.isEmpty ? .noTool : .toolFailed(tools.map(Self.name).joined(separator: " and "))
  }

  private func mustEnd() -> Bool { isEnding.load(ordering: .relaxed) }

  private static func name(_ tool: [String]) -> String { String(tool[0].split(separator: "/").last ?? "") }
}
