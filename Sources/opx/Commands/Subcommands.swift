import ArgumentParser
import ExplorerStorage
import ViewModels

/// The subcommands by their names, and what is said of a name that there isn't.
enum Subcommands {
  static let all: [any ParsableCommand.Type] = [
    ExploreCommand.self, CountriesCommand.self, CitiesCommand.self, ASPSPsCommand.self, ASPSPCommand.self,
    GetCommand.self, OpenCommand.self, ExportCommand.self, HistoryCommand.self, DiffCommand.self, TokenCommand.self,
    ProfilesCommand.self, KeysCommand.self, ThemesCommand.self, ManualCommand.self, SandboxCommand.self,
  ]

  /// ArgumentParser's own.
  private static let help = "help"

  /// Refuses names that ArgumentParser passes over (after `help`), or calls unexpected arguments.
  ///
  /// - Parameter arguments: the program's.
  static func check(_ arguments: [String]) throws(CommandFailure) {
    let asksForHelp = arguments.first == help
    let words = asksForHelp ? arguments.dropFirst().filter { !$0.hasPrefix("-") } : arguments
    let path = path(of: words)
    let rest = words.dropFirst(path.count)
    guard let word = asksForHelp ? rest.first : misplaced(in: rest, of: path.last),
      !(asksForHelp && path.isEmpty && word == help)
    else { return }
    let problem = problem(word, in: path, isHelp: asksForHelp)
    throw CommandFailure(.usage, CommandFailure.pointing(problem, to: "\(name(of: path)) --help"))
  }

  /// The subcommands that arguments begin with.
  static func path(of arguments: [String]) -> [any ParsableCommand.Type] {
    var path: [any ParsableCommand.Type] = []
    for word in arguments {
      guard let next = subcommands(of: path.last).first(where: { $0.configuration.commandName == word }) else { break }
      path.append(next)
    }
    return path
  }

  /// - Parameter command: nil for the program itself.
  private static func subcommands(of command: (any ParsableCommand.Type)?) -> [any ParsableCommand.Type] {
    command?.configuration.subcommands ?? all
  }

  /// The word that stands where only a subcommand's name could; nil if all may be right.
  private static func misplaced(in rest: ArraySlice<String>, of command: (any ParsableCommand.Type)?) -> String? {
    guard let command else {
      return rest.first.flatMap { $0.hasPrefix("-") || Address($0) != nil || $0 == help ? nil : $0 }
    }
    // The history takes the words of a query as well.
    guard !subcommands(of: command).isEmpty, command != HistoryCommand.self else { return nil }
    return rest.first { !$0.hasPrefix("-") }
  }

  /// - Parameters:
  ///   - path: the subcommands whose names went before.
  ///   - isHelp: whether its help is asked for, and not a place either.
  static func problem(_ word: String, in path: [any ParsableCommand.Type], isHelp: Bool = false) -> String {
    let names = names(in: path.last)
    let shown = word.prefix(40).debugDescription
    if names.contains(word) {
      return "\(shown) is a subcommand, which goes before all options: \(name(of: path)) \(word)"
    }
    let group = path.last?.configuration.commandName
    if let group, names.isEmpty { return "\(group) has no subcommands, and so not \(shown)" }
    let mayBePlace = group == nil && !isHelp
    let whole = mayBePlace ? "subcommand and no place" : "subcommand"
    let problem = "\(group.map { "\($0) has" } ?? "there is") no \(whole) \(shown)"
    if let near = Spelling.near(word, among: names).first { return "\(problem); did you mean \(near)?" }
    let list = "\(problem); there are \(names.joined(separator: ", "))"
    return mayBePlace ? "\(list); a place is like se/stockholm/HANDSESS" : list
  }

  /// What can be written after a command's name.
  ///
  /// - Parameter command: nil for the program itself.
  static func names(in command: (any ParsableCommand.Type)?) -> [String] {
    subcommands(of: command).compactMap { $0.configuration.commandName } + (command == nil ? [help] : [])
  }

  private static func name(of path: [any ParsableCommand.Type]) -> String {
    ([Program.name] + path.compactMap { $0.configuration.commandName }).joined(separator: " ")
  }
}
