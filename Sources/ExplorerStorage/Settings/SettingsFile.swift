/// The hand-written settings file: a YAML mapping of setting names to values. It holds no secret.
public struct SettingsFile: Sendable, Hashable {
  /// Relative paths begin at the file's folder.
  public private(set) var values: [Setting: String] = [:]
  /// File, line and column of each value.
  public private(set) var places: [Setting: String] = [:]

  /// - Returns: the settings; none if there is no such file.
  /// - Throws: ``ConfigurationError`` naming file, line, column and, for an unknown name, the nearest valid one.
  public static func read(_ path: String) throws(ConfigurationError) -> SettingsFile {
    guard let text = try TextFile.read(path) else { return SettingsFile() }
    return try parse(text, path: path)
  }

  static func parse(_ text: String, path: String) throws(ConfigurationError) -> SettingsFile {
    let root: YAMLNode?
    do throws(YAMLFault) { root = try YAML.read(text) } catch { throw ConfigurationError("\(path):\(error)") }
    guard let root else { return SettingsFile() }
    guard let pairs = root.pairs else { throw ConfigurationError("\(path):1:1: expected a mapping of settings") }
    var settings = SettingsFile()
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
      if !pair.value.isNull { settings.take(setting, text, at: "\(path):\(pair.value.place)", of: path) }
    }
    return settings
  }

  private mutating func take(_ setting: Setting, _ text: String, at place: String, of path: String) {
    let isPath = setting.isPath && !text.isEmpty
    values[setting] = isPath ? HomePath.located(text, in: OwnFolder(of: path).path) : text
    places[setting] = place
  }

  private static func nearest(to name: String) -> String {
    Spelling.nearest(to: name, among: Setting.allCases.filter { !$0.isSecret }.map(\.rawValue))
  }
}
