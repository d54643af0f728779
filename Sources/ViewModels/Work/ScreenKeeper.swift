public import ExplorerStorage

/// Keeps between runs how the screen looks.
public struct ScreenKeeper: Sendable {
  let keepTheme: @Sendable (ThemeChoice) async -> Void
  let keepArrangement: @Sendable (Arrangement) async -> Void

  public init(
    keepTheme: @escaping @Sendable (ThemeChoice) async -> Void = { _ in },
    keepArrangement: @escaping @Sendable (Arrangement) async -> Void = { _ in }
  ) {
    self.keepTheme = keepTheme
    self.keepArrangement = keepArrangement
  }
}
