/// One row of a column: a short code (may be empty) and a name, as the platform sent them.
public struct Row: Sendable, Hashable {
  public let id: String
  public let code: String
  public let name: String

  public init(id: String, code: String, name: String) {
    self.id = id
    self.code = code
    self.name = name
  }
}
