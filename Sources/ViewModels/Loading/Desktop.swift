import OpenPayments

/// What the program's surroundings do for it, away from the screen's thread: the clipboard and the files.
public struct Desktop: Sendable {
  let copyText: @Sendable (String) async -> CopyOutcome
  let writeFile: @Sendable ([UInt8], String) async -> String?

  /// - Parameters:
  ///   - copyText: hands a text to the desktop's clipboard.
  ///   - writeFile: writes bytes to a file that doesn't exist yet; returns why it couldn't, or nil.
  public init(
    copyText: @escaping @Sendable (String) async -> CopyOutcome,
    writeFile: @escaping @Sendable ([UInt8], String) async -> String?
  ) {
    self.copyText = copyText
    self.writeFile = writeFile
  }

  func copy(_ text: String) async -> CopyOutcome { await copyText(text) }

  func save(_ exchange: Exchange, to path: String) async -> SaveOutcome {
    if let reason = await writeFile(exchange.body, path) { return .failed(exchange, path: path, reason: reason) }
    return .saved(path: path, bytes: exchange.body.count)
  }
}
