/// The text of a theme file, which may be anything.
public struct ThemeSource: Sendable, Hashable {
  /// The file's name without its ending, by which the theme is chosen.
  public let name: String
  /// For messages; nil for one that comes with the program.
  public let path: String?
  public let yaml: String

  public init(name: String, path: String? = nil, yaml: String) {
    self.name = name
    self.path = path
    self.yaml = yaml
  }
}
