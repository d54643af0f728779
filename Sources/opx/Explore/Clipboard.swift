import ChildPrograms
import ViewModels

/// The desktop's clipboard, by whichever of its programs is here and works.
struct Clipboard: Sendable {
  private static let patience: Duration = .seconds(3)

  /// The programs and their arguments, the best first; each reads the text from its standard input.
  let tools: [[String]]

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
    for tool in tools {
      if await Self.isTaken(Array(text.utf8), by: tool) { return .tool(Self.name(tool)) }
    }
    return tools.isEmpty ? .noTool : .toolFailed(tools.map(Self.name).joined(separator: " and "))
  }

  private static func isTaken(_ text: [UInt8], by tool: [String]) async -> Bool {
    if case .ended(status: 0, _, _) = await ChildProgram(tool, input: text).run(timeLimit: patience) {
      true
    } else {
      false
    }
  }

  private static func name(_ tool: [String]) -> String { String(tool[0].split(separator: "/").last ?? "") }
}
