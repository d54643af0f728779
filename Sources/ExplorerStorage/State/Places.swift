import JSONText

/// Places that are kept between runs, as addresses: marks by their letter, and the last place of each profile.
public struct Places: Sendable, Hashable {
  public var marks: [String: String] = [:]
  public var last: [String: String] = [:]

  public init() {}
}

/// Where they are kept.
public struct PlacesFile: Sendable {
  /// So many profiles' last places are kept.
  private static let mostProfiles = 500

  private let file: StateFile

  /// - Parameter path: the file; it need not be there.
  public init(path: String) { file = StateFile(path: path) }

  public func read() -> Places { Self.places(file.read()) }

  /// - Returns: why it could not be kept; nil if it was.
  @discardableResult
  public func setMark(_ name: String, _ address: String) -> OwnFileError? { change { $0.marks[name] = address } }

  /// - Returns: why it could not be kept; nil if it was.
  @discardableResult
  public func noteLast(_ address: String, of profile: String) -> OwnFileError? {
    change { places in
      if places.last.count >= Self.mostProfiles { places.last = [:] }
      places.last[profile] = address
    }
  }

  private func change(_ make: (inout Places) -> Void) -> OwnFileError? {
    file.change { members in
      var places = Self.places(members)
      make(&places)
      return [.init("marks", Self.output(places.marks)), .init("last", Self.output(places.last))]
    }
  }

  private static func output(_ texts: [String: String]) -> JSONOutput {
    .object(texts.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
  }

  private static func places(_ members: [(String, JSONValue)]) -> Places {
    var places = Places()
    for (name, value) in members {
      let pairs = value.members.compactMap { key, text in key.string.flatMap { key in text.string.map { (key, $0) } } }
      let texts = Dictionary(pairs) { _, later in later }
      if name == "marks" { places.marks = texts } else if name == "last" { places.last = texts }
    }
    return places
  }
}

extension Paths {
  /// Marks, and where each profile was left.
  public var places: String { "\(state)/places.json" }
}
