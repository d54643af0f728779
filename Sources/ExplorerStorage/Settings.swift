/// The settings of a run: options before environment before file, each setting by itself. Empty texts count as unset.
public struct Settings: Sendable, Hashable {
  private let values: [Setting: String]
  private let givenForRun: [Setting: String]

  public init(options: [Setting: String], environment: [String: String], file: [Setting: String]) {
    var values: [Setting: String] = [:]
    var givenForRun: [Setting: String] = [:]
    for setting in Setting.allCases {
      let variable = environment[setting.variable]?.withoutByteOrderMark
      givenForRun[setting] = [options[setting], variable].compactMap { $0 }.first { !$0.isEmpty }
      values[setting] = givenForRun[setting] ?? file[setting].flatMap { $0.isEmpty ? nil : $0 }
    }
    (self.values, self.givenForRun) = (values, givenForRun)
  }

  public subscript(setting: Setting) -> String? { values[setting] }

  /// What an option or the environment gives, which goes before what a profile says; the file comes after it.
  public func givenForRun(_ setting: Setting) -> String? { givenForRun[setting] }
}
