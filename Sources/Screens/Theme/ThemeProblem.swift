/// Something in a theme file that can't be used; the rest of the file can.
public struct ThemeProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// A path, or the name of a theme that comes with the program.
  public let file: String
  public let line: Int
  /// The role, colour or key that is concerned; empty if it is the whole file.
  public let subject: String
  public let reason: String

  public var description: String { "\(file):\(line): \(subject.isEmpty ? "" : "\(subject): ")\(reason)" }
}
