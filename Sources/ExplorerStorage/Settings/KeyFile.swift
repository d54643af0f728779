/// A command and the keys that somebody gives it.
public struct KeyEntry: Sendable, Hashable {
  /// The command's name, such as `copy-curl`.
  public let command: String
  /// Keys by name, such as `f` or `<C-p>`.
  public let keys: [String]
  /// File, line and column.
  public let place: String

  public init(command: String, keys: [String], place: String) {
    self.command = command
    self.keys = keys
    self.place = place
  }

  /// The file alone.
  public var path: String {
    (0..<2).reduce(place) { place, _ in place.lastIndex(of: ":").map { String(place[..<$0]) } ?? place }
  }
}

/// The hand-written file of keys: a YAML mapping of commands to a key or a list of keys.
public enum KeyFile {
  /// More than anybody can remember for one command.
  private static let mostKeys = 32

  /// What can be read of it, and what is wrong with the rest; neither if there is no such file.
  public static func read(_ path: String) -> (entries: [KeyEntry], problems: [ConfigurationError]) {
    do throws(ConfigurationError) {
      guard let text = try TextFile.read(path) else { return ([], []) }
      return parse(text, path: path)
    } catch {
      return ([], [error])
    }
  }

  static func parse(_ text: String, path: String) -> (entries: [KeyEntry], problems: [ConfigurationError]) {
    let root: YAMLNode?
    do throws(YAMLFault) { root = try YAML.read(text) } catch { return ([], [ConfigurationError("\(path):\(error)")]) }
    guard let root else { return ([], []) }
    guard let pairs = root.pairs else {
      return ([], [ConfigurationError("\(path):1:1: expected a mapping of commands to keys")])
    }
    var entries: [KeyEntry] = []
    var problems = ProblemList<ConfigurationError>()
    for pair in pairs {
      let place = "\(path):\(pair.key.place)"
      let name = pair.key.string ?? ""
      let keys = pair.value.string.map { [$0] } ?? pair.value.items.map { $0.compactMap(\.string) } ?? []
      if keys.isEmpty || keys.contains("") {
        problems.note(ConfigurationError("\(place): \(name.shown) must be a key or a list of keys"))
      } else if keys.count > mostKeys {
        problems.note(ConfigurationError("\(place): \(name.shown) has more than \(mostKeys) keys"))
      } else {
        entries.append(KeyEntry(command: name, keys: keys, place: place))
      }
    }
    return (entries, problems.all(in: path))
  }
}
