/// The settings of a run: options before environment before file, each setting by itself. Empty texts count as unset.
public struct Settings: Sendable, Hashable {
  private let values: [Setting: String]

  public init(options: [Setting: String], environment: [String: String], file: [Setting: String]) {
    var values: [Setting: String] = [:]
    for setting in Setting.allCases {
      let sources = [options[setting], environment[setting.variable], file[setting]]
      values[setting] = sources.compactMap { $0 }.first { !$0.isEmpty }
    }
    self.values = values
  }

  public subscript(setting: Setting) -> String? { values[setting] }
}
