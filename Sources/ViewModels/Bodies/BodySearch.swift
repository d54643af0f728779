public import JSONText
import OpenPayments

/// What is looked for in a body, and where it was found.
public struct BodySearch: Sendable, Equatable {
  let id: Int
  public let text: String
  /// nil while the body is being searched.
  public internal(set) var hits: Hits?

  public enum Hits: Sendable, Equatable {
    /// In a tree: the values that hold the text or whose key does.
    case values(JSONHits)
    /// In a text: where the text begins, in order.
    case offsets([Int])

    public var count: Int {
      switch self {
      case .values(let hits): hits.count
      case .offsets(let offsets): offsets.count
      }
    }
  }

  /// A search to be made away from the screen's thread.
  public struct Job: Sendable, Hashable {
    /// More hits than this in a text that is no tree are of no use to anybody.
    private static let mostOffsets = 1_000_000

    let id: Int
    private let search: JSONSearch
    private let tree: JSONTree?
    private let bytes: [UInt8]

    init?(_ search: BodySearch, in page: BodyPage) {
      guard let wanted = JSONSearch(search.text) else { return nil }
      id = search.id
      self.search = wanted
      tree = page.form == .tree ? page.tree : nil
      bytes = page.form == .hex ? page.inspection.exchange.body : page.inspection.text.bytes
    }

    /// Whether it takes no longer than a frame, so that it can be made at once.
    var isQuick: Bool { bytes.count <= 256 * 1024 }

    /// - Returns: nil if it was cancelled.
    func run(isCancelled: () -> Bool = { false }) -> Hits? {
      guard let tree else {
        return search.offsets(in: bytes, limit: Self.mostOffsets, isCancelled: isCancelled).map(Hits.offsets)
      }
      return search.hits(in: tree, isCancelled: isCancelled).map(Hits.values)
    }

    public static func == (left: Job, right: Job) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }
}
