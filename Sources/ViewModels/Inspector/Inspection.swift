public import JSONText
public import OpenPayments

/// An exchange made ready to look at. Making one reads the whole body, so it is made away from the screen's thread.
public struct Inspection: Sendable, Equatable {
  public let exchange: Exchange
  public let body: Body

  public enum Body: Sendable {
    case none
    case json(JSONOutline, JSONDocument)
    case text(TextLines)
  }

  public init(_ exchange: Exchange) {
    self.exchange = exchange
    guard !exchange.body.isEmpty else {
      body = .none
      return
    }
    let document = JSONDocument(exchange.body)
    let isJSON = document.root.map { $0.kind == .object || $0.kind == .array || document.error == nil } ?? false
    body = isJSON ? .json(JSONOutline(document), document) : .text(TextLines(exchange.body))
  }

  public static func == (left: Inspection, right: Inspection) -> Bool { left.exchange === right.exchange }

  /// The row of the body where an item of the answer's list begins.
  func bodyRow(ofItem position: Int) -> Int? {
    guard case .json(let outline, let document) = body, let root = document.root else { return nil }
    if root.kind == .array { return item(position, of: root).flatMap(outline.row(of:)) }
    for (_, value) in root.members where value.kind == .array {
      return item(position, of: value).flatMap(outline.row(of:))
    }
    return nil
  }

  private func item(_ position: Int, of list: JSONValue) -> JSONValue? {
    list.elements.lazy.filter { $0.kind != .null }.dropFirst(position).first { _ in true }
  }
}
