import ViewModels

/// The desktop's clipboard, by whichever of its programs is here.
struct Clipboard: Sendable {
  /// The program and its arguments; it reads the text from its standard input. nil if there is none.
  let tool: [String]?

  /// - Parameter isExecutable: whether a path is a program.
  init(environment: [String: String], isExecutable: (String) -> Bool = ChildProgram.isExecutable) {
    let candidates = [
      ("WAYLAND_DISPLAY", ["wl-copy"]), ("DISPLAY", ["xclip", "-selection", "clipboard", "-in"]), (nil, ["pbcopy"]),
      ("TMUX", ["tmux", "load-buffer", "-w", "-"]),
    ]
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let isUsable = { (variable: String?) in variable.map { !(environment[$0] ?? "").isEmpty } ?? true }
    for (variable, command) in candidates where isUsable(variable) {
      guard let path = folders.map({ "\($0)/\(command[0])" }).first(where: isExecutable) else { continue }
      tool = [path] + command.dropFirst()
      return
    }
    tool = nil
  }

  func copy(_ text: String) async -> CopyOutcome {
    guard let tool else { return .noTool }
    let name = String(tool[0].split(separator: "/").last ?? "")
    return await ChildProgram.run(tool, input: Array(text.utf8)) ? .tool(name) : .toolFailed(name)
  }
}
