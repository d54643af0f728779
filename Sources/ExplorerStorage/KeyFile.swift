import FoundationEssentials
import Yams

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
}

/// The hand-written file of keys: a YAML mapping of commands to a key or a list of keys.
public enum KeyFile {
  /// What can be read of it, and what is wrong with the rest; neither if there is no such file.
  public static func read(_ path: String) -> (entries: [KeyEntry], problems: [ConfigurationError]) {
    guard FileManager.default.fileExists(atPath: path) else { return ([], []) }
    guard let data = FileManager.default.contents(atPath: path) else {
      return ([], [ConfigurationError("\(path): can't be read")])
    }
    return parse(String(decoding: data, as: UTF8.self), path: path)
  }

  static func parse(_ text: String, path: String) -> (entries: [KeyEntry], problems: [ConfigurationError]) {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      return ([], [ConfigurationError("\(path):\(YAMLProblem.words(error))")])
    }
    guard let root, root.null == nil else { return ([], []) }
    guard let mapping = root.mapping else {
      return ([], [ConfigurationError("\(path):1:1: expected a mapping of commands to keys")])
    }
    var entries: [KeyEntry] = []
    var problems: [ConfigurationError] = []
    for (key, value) in mapping {
      let place = "\(path):\(key.mark?.line ?? 1):\(key.mark?.column ?? 1)"
      let name = key.scalar?.string ?? ""
      let keys = value.scalar.map { [$0.string] } ?? value.sequence.map { $0.compactMap { $0.scalar?.string } } ?? []
      if keys.isEmpty || keys.contains("") {
        problems.append(ConfigurationError("\(place): \(name) must be a key or a list of keys"))
      } else {
        entries.append(KeyEntry(command: name, keys: keys, place: place))
      }
    }
    return (entries, problems)
  }
}
