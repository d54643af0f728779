/// Makes a tree of libyaml's events.
struct YAMLComposer {
  private var events: YAMLEvents
  private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
  /// How many values there are up to here, those that aliases stand for among them.
  private var count = 0
  private var aliased = 0

  init(_ events: YAMLEvents) { self.events = events }

  /// The one document of the text; nil if there is none.
  mutating func document() throws(YAMLFault) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let event = try events.next()
      switch event.kind {
      case .documentStart:
        guard root == nil else {
          throw YAMLFault(place: event.place, words: "a second document begins here, where there may be one")
        }
        root = try node(try events.next(), depth: 1)
      case .streamEnd: return root
      default: continue
      }
    }
  }

  private mutating func node(_ event: YAMLEvents.Event, depth: Int) throws(YAMLFault) -> YAMLNode {
    guard depth <= YAML.deepest else {
      throw YAMLFault(place: event.place, words: "more than \(YAML.deepest) values lie in one another here")
    }
    if case .alias(let name) = event.kind { return try alias(name, event) }
    let before = count
    count += 1
    let node: YAMLNode
    switch event.kind {
    case .sequenceStart(let isFlow):
      let (items, end) = try items(depth)
      let bytes = Self.range(event, isFlow ? end : items.last?.bytes.upperBound)
      node = YAMLNode(content: .sequence(items), place: event.place, bytes: bytes, isFlow: isFlow)
    case .mappingStart(let isFlow):
      let (pairs, end) = try pairs(depth)
      let bytes = Self.range(
        event, isFlow ? end : pairs.last.map { max($0.key.bytes.upperBound, $0.value.bytes.upperBound) })
      node = YAMLNode(content: .mapping(pairs), place: event.place, bytes: bytes, isFlow: isFlow)
    case .scalar(let text, let isPlain):
      let content = YAMLNode.Content.scalar(text, isPlain: isPlain)
      node = YAMLNode(content: content, place: event.place, bytes: event.bytes, isFlow: false)
    default: throw YAMLFault(place: event.place, words: "not readable as YAML")
    }
    if let anchor = event.anchor { anchors[anchor] = (node, count - before) }
    return node
  }

  private mutating func alias(_ name: String, _ event: YAMLEvents.Event) throws(YAMLFault) -> YAMLNode {
    guard let anchor = anchors[name] else {
      throw YAMLFault(place: event.place, words: "found undefined alias")
    }
    count += anchor.count
    aliased += anchor.count
    guard aliased <= YAML.mostAliased else {
      throw YAMLFault(
        place: event.place, words: "the aliases up to here stand for more than \(YAML.mostAliased) values")
    }
    return YAMLNode(
      content: anchor.node.content, place: event.place, bytes: event.bytes, isFlow: anchor.node.isFlow)
  }

  private mutating func items(_ depth: Int) throws(YAMLFault) -> ([YAMLNode], end: Int) {
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .collectionEnd = event.kind { return (items, event.bytes.upperBound) }
      items.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func pairs(_ depth: Int) throws(YAMLFault) -> ([YAMLNode.Pair], end: Int) {
    var pairs: [YAMLNode.Pair] = []
    var names: Set<String> = []
    while true {
      let event = try events.next()
      if case .collectionEnd = event.kind { return (pairs, event.bytes.upperBound) }
      let key = try node(event, depth: depth + 1)
      if let name = key.string, !names.insert(name).inserted {
        throw YAMLFault(place: key.place, words: "\(name.shown) set more than once")
      }
      pairs.append(YAMLNode.Pair(key: key, value: try node(try events.next(), depth: depth + 1)))
    }
  }

  /// What stands in brackets ends with them, anything else with the last value in it.
  private static func range(_ event: YAMLEvents.Event, _ end: Int?) -> Range<Int> {
    event.bytes.lowerBound..<max(event.bytes.upperBound, end ?? 0)
  }
}
