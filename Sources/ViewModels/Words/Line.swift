/// A line of text in pieces, each with its meaning; colours are the view's business.
public struct Line: Sendable, Hashable {
  public struct Piece: Sendable, Hashable {
    public let text: String
    public let role: Role

    public init(_ text: String, _ role: Role = .plain) {
      self.text = text
      self.role = role
    }
  }

  /// What a piece of text is.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case plain, muted, heading, label, key, string, number, literal, punctuation, match, good, bad, secret
  }

  /// Whether what a line of a tree begins with is open, folded, or nothing that could be folded.
  public enum Fold: Sendable, Hashable { case open, closed, none }

  /// Deeper levels are not indented any further: they would leave the screen, and the blanks outgrow the text.
  private static let deepestIndent = 48

  public let indent: Int
  public let pieces: [Piece]
  /// nil for a line that is not of a tree.
  public let fold: Fold?
  /// Shown at the right edge if there is room.
  public let note: String?
  /// What it says, where that names keys; until they are spelled the pieces name commands.
  private var sentence: Sentence?

  public init(_ pieces: [Piece] = [], indent: Int = 0, fold: Fold? = nil, note: String? = nil) {
    self.pieces = pieces
    self.indent = min(indent, Self.deepestIndent)
    self.fold = fold
    self.note = note
  }

  public init(_ text: String, _ role: Role = .plain) { self.init([Piece(text, role)]) }

  init(sentence: Sentence, _ role: Role = .plain) {
    self.init(sentence.text(CommandKeys()), role)
    self.sentence = sentence
  }

  /// With the keys that it names.
  public func spelled(_ keys: CommandKeys) -> Line {
    sentence.map { Line($0.text(keys), pieces.first?.role ?? .plain) } ?? self
  }
}
