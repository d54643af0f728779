/// Keeps places between runs.
public struct PlaceKeeper: Sendable {
  let readMarks: @Sendable () async -> [String: Address]?
  let setMark: @Sendable (String, Address) async -> Void
  let noteLast: @Sendable (_ profile: String, Address) async -> Void

  /// - Parameter readMarks: nil where none are kept.
  public init(
    readMarks: @escaping @Sendable () async -> [String: Address]? = { nil },
    setMark: @escaping @Sendable (String, Address) async -> Void = { _, _ in },
    noteLast: @escaping @Sendable (_ profile: String, Address) async -> Void = { _, _ in }
  ) {
    self.readMarks = readMarks
    self.setMark = setMark
    self.noteLast = noteLast
  }
}
