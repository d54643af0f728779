/// The settings of a run: options before environment before file, each setting by itself. Empty texts count as unset.
public struct Settings: Sendable, Hashable {
  private let values: [Setting: String]
  private let givenForRun: [Setting: String]
  /// Where the file says those that it gives.
  private let places: [Setting: String]

  public init(options: [Setting: String], environment: [String: String], file: SettingsFile) {
    self.init(options: options, environment: environment, file: file.values, places: file.places)
  }

  public init(
    options: [Setting: String], environment: [String: String], file: [Setting: String], places: [Setting: String] = [:]
  ) {
    var values: [Setting: String] = [:]
    var givenForRun: [Setting: String] = [:]
    for setting in Setting.allCases {
      let variable = environment[setting.variable]?.withoutByteOrderMark
      givenForRun[setting] = [options[setting], variable].compactMap { $0 }.first { !$0.isEmpty }
      let value = givenForRun[setting] ?? file[setting].flatMap { $0.isEmpty ? nil : $0 }
      values[setting] = setting.isPath ? value.map { HomePath.expanded($0, home: environment["HOME"]) } : value
    }
    (self.values, self.givenForRun) = (values, givenForRun)
    self.places = places.filter { givenForRun[$0.key] == nil }
  }

  public subscript(setting: Setting) -> String? { values[setting] }

  /// Where a setting is said, to begin a sentence about what is wrong with it: the place in the file, or else its variable
  /// and option.
  public func source(of setting: Setting) -> String {
    places[setting].map { "\($0): \(setting.rawValue)" } ?? setting.name
  }

  /// The place in the file that names a path; nil if none does.
  public func place(of path: String) -> String? {
    Setting.allCases.first { $0.isPath && values[$0] == path && places[$0] != nil }.map(source)
  }

  /// What an option or the environment gives, which goes before what a profile says; the file comes after it.
  public func givenForRun(_ setting: Setting) -> String? { givenForRun[setting] }
}
