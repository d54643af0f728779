/// A colour that tells one profile from another; themes say which shade.
public enum Accent: String, Sendable, Hashable, CaseIterable {
  case blue, cyan, green, magenta, orange, yellow
}
