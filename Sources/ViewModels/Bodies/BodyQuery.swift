public import JSONText

/// A path expression that narrows a body to what it selects.
public struct BodyQuery: Sendable, Equatable {
  let id: Int
  public let text: String
  /// What is wrong with the text; what was selected before stays meanwhile.
  public let error: JSONPathError?
  /// How many values the latest expression that could be read selects; nil while they are being looked for.
  public internal(set) var count: Int?
  /// Whether there are more than were looked for.
  public internal(set) var isCut = false

  /// Whether the text is no mistake but the beginning of an expression.
  public var isUnfinished: Bool { error.map { $0.offset >= text.utf8.count } ?? false }

  init(id: Int, text: String) {
    self.id = id
    self.text = text
    do throws(JSONPathError) {
      _ = try JSONPath(text)
      error = nil
    } catch { self.error = error }
  }

  /// An evaluation to be made away from the screen's thread, and with it what may be typed next.
  public struct Job: Sendable, Hashable {
    private static let mostValues = 10_000_000

    let id: Int
    private let text: String
    private let document: JSONDocument

    init(_ query: BodyQuery, in document: JSONDocument) {
      id = query.id
      text = query.text
      self.document = document
    }

    /// Whether it takes no longer than a frame, so that it can be made at once.
    var isQuick: Bool { document.bytes.count <= 64 * 1024 }

    package func run(isCancelled: @escaping () -> Bool = { false }) -> Outcome {
      guard let root = document.root else { return Outcome() }
      var outcome = Outcome(completion: completion(in: root))
      guard let path = try? JSONPath(text) else { return outcome }
      let matches = path.matches(in: root, limit: Self.mostValues, isCancelled: isCancelled)
      guard matches.ending != .cancelled else { return outcome }
      let values = matches.distinct
      outcome.tree = JSONTree(document, only: values)
      outcome.count = values.count
      outcome.isCut = matches.ending == .limit
      return outcome
    }

    /// What may complete the name at the end or, where a path ends, come after a dot.
    private func completion(in root: JSONValue) -> PathCompletion? {
      for text in [text, text + "."] {
        if let completion = JSONPathCompletion(of: text, in: root) { return PathCompletion(completion, of: text) }
      }
      return nil
    }

    public static func == (left: Job, right: Job) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  public struct Outcome: Sendable {
    var completion: PathCompletion?
    /// Nil where the text is no expression.
    var tree: JSONTree?
    var count: Int?
    var isCut = false
  }
}
