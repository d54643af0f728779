import ExplorerStorage

/// Something in a theme file that can't be used; the rest of the file can.
public struct ThemeProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// A path, or the name of a theme that comes with the program.
  public let file: String
  /// 0 if it is about no line.
  public let line: Int
  /// The role, colour or key that is concerned; empty if it is the whole file.
  public let subject: String
  public let reason: String

  public var description: String {
    "\(file):\(line > 0 ? "\(line):" : "") \(subject.isEmpty ? "" : "\(subject): ")\(reason)"
  }
}

extension ThemeProblem {
  init(in source: ThemeSource, _ line: Int, _ subject: String, _ reason: String) {
    self.init(file: source.path ?? source.name, line: line, subject: subject.shown, reason: reason)
  }
}

extension ProblemList<ThemeProblem> {
  /// As many as a base16 scheme that lacks all its colours has.
  init() { self.init(most: 16) }

  /// By file and line, and how many more there are.
  var all: [ThemeProblem] {
    let sorted = Set(first).sorted {
      ($0.file, $0.line, $0.subject, $0.reason) < ($1.file, $1.line, $1.subject, $1.reason)
    }
    let others = rest.map { ThemeProblem(file: sorted.last?.file ?? "", line: 0, subject: "", reason: $0) }
    return sorted + [others].compactMap { $0 }
  }
}
