/// The text of a theme file, which may be anything.
public struct ThemeSource: Sendable, Hashable {
  /// The file's name without its ending, by which the theme is chosen.
  public let name: String
  /// For messages; nil for one that comes with the program.
  public let path: String?
  public let yaml: String
  /// Why there is no text; nil if there is.
  public let fault: String?

  public init(name: String, path: String? = nil, yaml: String, fault: String? = nil) {
    self.name = name
    self.path = path
    self.yaml = yaml
    self.fault = fault
  }
}
