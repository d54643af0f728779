import Terminal

/// Why a full-screen program cannot run here.
public enum CursesError: Error, Hashable {
  case notATerminal
  case unknownTerminal(name: String)
  case unsuitableTerminal(name: String)
}

extension CursesError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notATerminal:
      "standard input and output must both be a terminal"
    case .unknownTerminal(""):
      "TERM is not set; try TERM=xterm-256color"
    case .unknownTerminal(let name):
      "no description of the terminal \(VisibleText.visible(name)) is installed; "
        + "install ncurses-term, or try TERM=xterm-256color"
    case .unsuitableTerminal(let name):
      "the terminal \(VisibleText.visible(name)) cannot move its cursor, so it cannot show a full screen"
    }
  }
}
