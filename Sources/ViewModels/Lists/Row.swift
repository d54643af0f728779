/// One row of a column: a short code (may be empty) and a name, as the platform sent them.
public struct Row: Sendable, Hashable {
  public let id: String
  public let code: String
  public let name: String
  /// What it can be found by besides, without being shown.
  let alias: String
  /// Where it lies, such as `Stockholm, Sweden`; empty where the list says that.
  public let context: String
  /// What else can be said of where it lies, to find it by.
  let moreContext: String
  /// Whether others that match at all come before it.
  let isMinor: Bool

  public init(
    id: String, code: String, name: String, alias: String = "", context: String = "", moreContext: String = "",
    isMinor: Bool = false
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.alias = alias
    self.context = context
    self.moreContext = moreContext
    self.isMinor = isMinor
  }
}
