import FoundationEssentials
import Yams

/// The hand-written settings file: a YAML mapping of setting names to values. It holds no secret.
public enum SettingsFile {
  /// - Returns: the settings; none if there is no such file.
  /// - Throws: ``ConfigurationError`` naming file, line, column and, for an unknown name, the nearest valid one.
  public static func read(_ path: String) throws(ConfigurationError) -> [Setting: String] {
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError("\(path): can't be read")
    }
    return try parse(String(decoding: data, as: UTF8.self), path: path)
  }

  static func parse(_ text: String, path: String) throws(ConfigurationError) -> [Setting: String] {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      throw ConfigurationError("\(path):\(YAMLProblem.words(error))")
    }
    guard let root, root.null == nil else { return [:] }
    guard let mapping = root.mapping else { throw ConfigurationError("\(path):1:1: expected a mapping of settings") }
    var settings: [Setting: String] = [:]
    for (key, value) in mapping {
      let place = "\(path):\(key.mark?.line ?? 1):\(key.mark?.column ?? 1)"
      let name = key.scalar?.string ?? ""
      guard let setting = Setting(rawValue: name) else {
        throw ConfigurationError("\(place): unknown setting \"\(name)\"; did you mean \"\(nearest(to: name))\"?")
      }
      guard !setting.isSecret else {
        throw ConfigurationError("\(place): a secret doesn't belong in this file; set \(setting.variable) instead")
      }
      guard let text = value.scalar?.string else {
        throw ConfigurationError("\(place): \(name) must be a single value")
      }
      settings[setting] = value.null == nil ? text : nil
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
