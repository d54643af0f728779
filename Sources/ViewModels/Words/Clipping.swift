/// Text on its way to the clipboard.
public struct Clipping: Sendable, Hashable {
  /// The most bytes that terminals take by OSC 52: their buffers end at 100 000 bytes, in base64.
  public static let terminalLimit = 74_994

  public let text: String
  /// What it is, as the middle of a sentence: `the BIC`.
  public let what: String
  /// Whether nobody should be told again what it says.
  public let isSecret: Bool

  public init(_ text: String, _ what: String, isSecret: Bool = false) {
    self.text = text
    self.what = what
    self.isSecret = isSecret
  }

  public var fitsTerminal: Bool { text.utf8.count <= Self.terminalLimit }
}

/// How a clipping reached the clipboard, or why it didn't.
public enum CopyOutcome: Sendable, Hashable {
  /// A program of the desktop took it, such as `wl-copy`.
  case tool(String)
  /// There is no such program here; all there is is the terminal.
  case noTool
  case toolFailed(String)
}

extension Clipping {
  /// What to tell the user once it is known what became of it.
  func notice(_ outcome: CopyOutcome) -> Notice {
    let isShort = text.count <= 60 && !text.contains(where: \.isNewline)
    let whole = isSecret ? what : isShort ? "\(what): \(text)" : "\(what), \(text.utf8.count) bytes"
    return switch outcome {
    case .tool: Notice("Copied \(whole)")
    case .noTool where fitsTerminal: Notice("Copied through the terminal: \(whole)")
    case .toolFailed(let tool) where fitsTerminal: Notice("\(tool) failed; copied through the terminal: \(whole)")
    case .noTool:
      Notice(
        "Too long for the terminal's clipboard: \(what), \(text.utf8.count) bytes. \(key: .saveBody) saves the body.")
    case .toolFailed(let tool):
      Notice("\(tool) failed, and it is too long for the terminal's clipboard. \(key: .saveBody) saves the body.")
    }
  }
}
