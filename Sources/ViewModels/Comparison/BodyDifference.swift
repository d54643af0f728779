public import JSONText

/// What differs between two bodies: by structure where both are JSON, else line by line.
public struct BodyDifference: Sendable {
  private let content: Content
  private let isSameText: Bool

  private enum Content: Sendable {
    case json(JSONDifference)
    case text(TextDifference)
  }

  /// - Throws: when the task is cancelled.
  public init(_ left: JSONDocument, _ right: JSONDocument) throws(CancellationError) {
    isSameText = left.bytes == right.bytes
    content = .json(try JSONDifference(left, right))
  }

  /// - Throws: when the task is cancelled.
  public init(lines left: [UInt8], _ right: [UInt8]) throws(CancellationError) {
    isSameText = left == right
    content = .text(try TextDifference(left, right))
  }

  /// The differences by structure; nil where bodies that are no JSON were compared line by line.
  public var json: JSONDifference? {
    if case .json(let difference) = content { difference } else { nil }
  }

  /// The patch that makes the right from the left; nil unless both are whole JSON texts.
  public var patch: JSONPatch? {
    guard let json, json.left.error == nil, json.right.error == nil else { return nil }
    return JSONPatch(json)
  }

  public var differenceCount: Int {
    switch content {
    case .json(let difference): difference.differenceCount
    case .text(let difference): difference.differenceCount
    }
  }

  public var movedCount: Int { json?.movedCount ?? 0 }

  /// In how far they are the same, or how many differences there are: `3 differences, 1 item moved`.
  public var words: String {
    let moved = movedCount == 0 ? [] : ["\(movedCount) item\(movedCount == 1 ? "" : "s") moved"]
    guard differenceCount == 0 else {
      return (["\(differenceCount) difference\(differenceCount == 1 ? "" : "s")"] + moved).joined(separator: ", ")
    }
    if isSameText { return "the same, byte for byte" }
    guard moved.isEmpty else { return "the same, " + moved.joined() }
    return json == nil ? "the same lines" : "the same, written differently"
  }

  var count: Int {
    switch content {
    case .json(let difference): difference.count
    case .text(let difference): difference.count
    }
  }

  func outline(_ position: Int) -> DifferenceRow.Outline {
    switch content {
    case .json(let difference): difference.rowOutline(position)
    case .text(let difference): difference.outline(position)
    }
  }

  func row(_ position: Int) -> DifferenceRow {
    switch content {
    case .json(let difference): difference.row(position)
    case .text(let difference): difference[position]
    }
  }
}
