import ArgumentParser
import ExplorerStorage
import ViewModels

/// The subcommands by their names, and what is said of a name that there isn't.
enum Subcommands {
  /// Groups that take other words: a place, a query.
  private static let takingWords: [any ParsableCommand.Type] = [Opx.self, HistoryCommand.self]
  /// ArgumentParser's own.
  private static let help = "help"

  /// Refuses names that ArgumentParser passes over (after `help`), or calls unexpected arguments.
  ///
  /// - Parameter arguments: the program's.
  static func check(_ arguments: [String]) throws(CommandFailure) {
    let asksForHelp = arguments.first == help
    let words = asksForHelp ? arguments.dropFirst().filter { !$0.hasPrefix("-") } : arguments
    let path = path(of: words)
    let rest = words.dropFirst(path.count - 1)
    guard let command = path.last, let word = asksForHelp ? rest.first : misplaced(in: rest, of: command),
      !(asksForHelp && path.count == 1 && word == help)
    else { return }
    let problem = problem(word, in: path, isHelp: asksForHelp)
    throw CommandFailure(.usage, CommandFailure.pointing(problem, to: "\(name(of: path)) --help"))
  }

  /// The commands that arguments begin with, the program's first.
  static func path(of arguments: [String]) -> [any ParsableCommand.Type] {
    var path: [any ParsableCommand.Type] = [Opx.self]
    for word in arguments {
      guard let next = path.last?.subcommand(named: word) else { break }
      path.append(next)
    }
    return path
  }

  /// The word that stands where only a subcommand's name could; nil if all may be right.
  private static func misplaced(in rest: ArraySlice<String>, of command: any ParsableCommand.Type) -> String? {
    if command == Opx.self {
      return rest.first.flatMap { $0.hasPrefix("-") || Address($0) != nil || $0 == help ? nil : $0 }
    }
    guard !command.configuration.subcommands.isEmpty, !takingWords.contains(where: { $0 == command }) else {
      return nil
    }
    return rest.first { !$0.hasPrefix("-") }
  }

  /// - Parameters:
  ///   - path: the commands whose names went before, the program's first.
  ///   - isHelp: whether its help is asked for, and not a place either.
  static func problem(_ word: String, in path: [any ParsableCommand.Type], isHelp: Bool = false) -> String {
    let names = path.last.map { self.names(in: $0) } ?? []
    let shown = word.prefix(40).debugDescription
    if names.contains(word) {
      return "\(shown) is a subcommand, which goes before all options: \(name(of: path)) \(word)"
    }
    let group = path.dropFirst().last?.configuration.commandName
    if let group, names.isEmpty { return "\(group) has no subcommands, and so not \(shown)" }
    let mayBePlace = group == nil && !isHelp
    let whole = mayBePlace ? "subcommand and no place" : "subcommand"
    let problem = "\(group.map { "\($0) has" } ?? "there is") no \(whole) \(shown)"
    if let near = Spelling.near(word, among: names).first { return "\(problem); did you mean \(near)?" }
    let list = "\(problem); there are \(names.joined(separator: ", "))"
    return mayBePlace ? "\(list); a place is like se/stockholm/HANDSESS" : list
  }

  /// What can be written after a command's name.
  static func names(in command: any ParsableCommand.Type) -> [String] {
    command.configuration.subcommands.compactMap { $0.configuration.commandName } + (command == Opx.self ? [help] : [])
  }

  private static func name(of path: [any ParsableCommand.Type]) -> String {
    path.compactMap { $0.configuration.commandName }.joined(separator: " ")
  }
}

extension ParsableCommand {
  fileprivate static func subcommand(named name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == name }
  }
}
