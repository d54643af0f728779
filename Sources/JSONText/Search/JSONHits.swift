/// Values of one document that something was found in, in document order.
public struct JSONHits: Sendable, Equatable {
  let index: JSONIndex
  let places: RankedBits

  init(index: JSONIndex, places: Bits) {
    self.index = index
    self.places = RankedBits(places)
  }

  /// These values of a document.
  public init(_ values: some Sequence<JSONValue>, in document: JSONDocument) {
    index = document.index
    var places = Bits(places: index.tape.count)
    for value in values where value.index === index { places.insert(value.isKey ? value.node + 1 : value.node) }
    self.places = RankedBits(places)
  }

  public var count: Int { places.count }

  public func contains(_ value: JSONValue) -> Bool { value.index == index && places[value.node] }

  /// How many of them come before a value, itself left out.
  public func rank(of value: JSONValue) -> Int { places.rank(of: value.node) }

  /// The first of them after a value, or at it if `inclusive`; after the last one the first of all. Nil if there are none.
  public func next(after value: JSONValue, inclusive: Bool = false) -> JSONValue? {
    let place = places.next(from: inclusive ? value.node : value.node + 1) ?? places.next(from: 0)
    return place.map { JSONValue(index: index, node: $0) }
  }

  /// The last of them before a value; before the first one the last of all. Nil if there are none.
  public func previous(before value: JSONValue) -> JSONValue? {
    let place = places.previous(before: value.node) ?? places.previous(before: index.tape.count)
    return place.map { JSONValue(index: index, node: $0) }
  }
}
