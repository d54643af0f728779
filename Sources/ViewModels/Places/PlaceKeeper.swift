/// Keeps places between runs.
public struct PlaceKeeper: Sendable {
  let setMark: @Sendable (String, Address) async -> Void
  let noteLast: @Sendable (_ profile: String, Address) async -> Void

  public init(
    setMark: @escaping @Sendable (String, Address) async -> Void = { _, _ in },
    noteLast: @escaping @Sendable (_ profile: String, Address) async -> Void = { _, _ in }
  ) {
    self.setMark = setMark
    self.noteLast = noteLast
  }
}
