/// Keeps places between runs.
public struct PlaceKeeper: Sendable {
  let readMarks: @Sendable () async -> [String: Address]?
  let setMark: @Sendable (String, Address) async -> String?
  let noteLast: @Sendable (_ profile: String, Address) async -> Void

  /// - Parameters:
  ///   - readMarks: nil where none are kept.
  ///   - setMark: gives why it could not be kept, or nil.
  public init(
    readMarks: @escaping @Sendable () async -> [String: Address]? = { nil },
    setMark: @escaping @Sendable (String, Address) async -> String? = { _, _ in nil },
    noteLast: @escaping @Sendable (_ profile: String, Address) async -> Void = { _, _ in }
  ) {
    self.readMarks = readMarks
    self.setMark = setMark
    self.noteLast = noteLast
  }
}
