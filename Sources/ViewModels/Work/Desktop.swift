public import OpenPayments

/// What the program's surroundings do for it, away from the screen's thread: the clipboard and the files.
public struct Desktop: Sendable {
  let copyText: @Sendable (String) async -> CopyOutcome
  let writeFile: @Sendable ([UInt8], String) async -> String?
  let makeArchive: @Sendable ([Exchange]?) -> [UInt8]
  let readFile: @Sendable (@Sendable (FileReadingStep) -> Void) async -> Void

  /// - Parameters:
  ///   - copyText: hands a text to the desktop's clipboard.
  ///   - writeFile: writes bytes to a file that doesn't exist yet; returns why it couldn't, or nil.
  ///   - makeArchive: makes an HTTP archive of these exchanges, or of all of this run. May take a while.
  ///   - readFile: reads the file that the program was started with, and tells how far it is.
  public init(
    copyText: @escaping @Sendable (String) async -> CopyOutcome,
    writeFile: @escaping @Sendable ([UInt8], String) async -> String?,
    makeArchive: @escaping @Sendable ([Exchange]?) -> [UInt8],
    readFile: @escaping @Sendable (@Sendable (FileReadingStep) -> Void) async -> Void = { _ in }
  ) {
    self.copyText = copyText
    self.writeFile = writeFile
    self.makeArchive = makeArchive
    self.readFile = readFile
  }

  func copy(_ text: String) async -> CopyOutcome { await copyText(text) }

  @concurrent
  func save(_ source: SaveSource, to path: String) async -> SaveOutcome {
    let bytes =
      switch source {
      case .body(let exchange): exchange.body
      case .run: makeArchive(nil)
      case .exchanges(let exchanges): makeArchive(exchanges)
      }
    if let reason = await writeFile(bytes, path) { return .failed(source, path: path, reason: reason) }
    return .saved(path: path, bytes: bytes.count)
  }
}
