/// What a request line asks for, taken apart: a path and the items of its query, all as they go over the wire.
public struct RequestTarget: Sendable, Hashable {
  /// One item of a query; without a value it has no `=` either.
  public struct Item: Sendable, Hashable {
    /// What stands before the `=`.
    public var name: String
    /// What stands after it.
    public var value: String?

    /// An item as it goes over the wire.
    public init(name: String, value: String?) {
      self.name = name
      self.value = value
    }

    /// An item of any text.
    public init(encoding name: String, value: String) {
      self.init(name: PercentEncoding.queryValue(name), value: PercentEncoding.queryValue(value))
    }

    /// What the percent-encoded text stands for; bytes that are no UTF-8 are replaced.
    public var decoded: Item {
      Item(name: PercentEncoding.decoded(name), value: value.map(PercentEncoding.decoded))
    }
  }

  /// Up to the question mark.
  public var path: String
  /// What follows it.
  public var query: [Item]

  /// Takes a path with its query apart.
  public init(_ text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    let items =
      parts.count < 2 || parts[1].isEmpty ? [] : parts[1].split(separator: "&", omittingEmptySubsequences: false)
    query = items.map { item in
      let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Item(name: String(sides[0]), value: sides.count < 2 ? nil : String(sides[1]))
    }
  }

  /// A path with its query as it goes over the wire: what no request line may hold is percent-encoded, all else stays as
  /// it is.
  public static func encoded(_ text: String) -> String {
    let target = PercentEncoding.target(text)
    return target.hasPrefix("/") ? target : "/" + target
  }

  /// The whole, with what no request line may hold percent-encoded and what would end an item too.
  public var text: String {
    func item(_ text: String) -> String { PercentEncoding.target(text).replacing("&", with: "%26") }
    let items = query.map { [item($0.name).replacing("=", with: "%3D"), $0.value.map(item)].compactMap { $0 } }
    let path = PercentEncoding.target(path).replacing("?", with: "%3F")
    return path + (items.isEmpty ? "" : "?" + items.map { $0.joined(separator: "=") }.joined(separator: "&"))
  }
}
