/// The hand-written settings file: a YAML mapping of setting names to values. It holds no secret.
public enum SettingsFile {
  /// - Returns: the settings; none if there is no such file.
  /// - Throws: ``ConfigurationError`` naming file, line, column and, for an unknown name, the nearest valid one.
  public static func read(_ path: String) throws(ConfigurationError) -> [Setting: String] {
    guard let text = try TextFile.read(path) else { return [:] }
    return try parse(text, path: path)
  }

  static func parse(_ text: String, path: String) throws(ConfigurationError) -> [Setting: String] {
    let root: YAMLNode?
    do throws(YAMLFault) { root = try YAML.read(text) } catch { throw ConfigurationError("\(path):\(error)") }
    guard let root else { return [:] }
    guard let pairs = root.pairs else { throw ConfigurationError("\(path):1:1: expected a mapping of settings") }
    var settings: [Setting: String] = [:]
    for pair in pairs {
      let place = "\(path):\(pair.key.place)"
      let name = pair.key.string ?? ""
      guard let setting = Setting(rawValue: name) else {
        throw ConfigurationError("\(place): unknown setting \"\(name.shown)\"; did you mean \"\(nearest(to: name))\"?")
      }
      guard !setting.isSecret else {
        throw ConfigurationError("\(place): a secret doesn't belong in this file; set \(setting.variable) instead")
      }
      guard let text = pair.value.string else {
        throw ConfigurationError("\(place): \(name) must be a single value")
      }
      settings[setting] = pair.value.isNull ? nil : text
    }
    return settings
  }

  private static func nearest(to name: String) -> String {
    Spelling.nearest(to: name, among: Setting.allCases.filter { !$0.isSecret }.map(\.rawValue))
  }
}

/// Settings that can't be used, in words that say which and why.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
