import ArgumentParser
import ExplorerStorage

/// An option that there isn't. It is to blame for whatever ArgumentParser finds wrong: the value after it looks like a word
/// of its own.
enum UnknownOption {
  /// What ArgumentParser knows without saying so in its help.
  private static let unsaid = ["generate-completion-script", "experimental-dump-help"]

  /// - Parameters:
  ///   - message: what ArgumentParser says.
  ///   - arguments: the program's.
  static func words(instead message: String, arguments: [String]) -> String {
    let path = Subcommands.path(of: arguments)
    // One that stands after options is no value of theirs either.
    let isMisplaced = path.isEmpty && arguments.contains(where: Subcommands.names(in: nil).contains)
    let known = names(in: path.last ?? Opx.self)
    guard let name = isMisplaced ? said(message) : said(message) ?? first(in: arguments, besides: known) else {
      return message
    }
    let words = "Unknown option '--\(name)'"
    guard let near = Spelling.near(name, among: known).first else { return words }
    return "\(words). Did you mean '--\(near)'?"
  }

  private static func said(_ message: String) -> String? {
    message.firstMatch(of: /^Unknown option '--([^'=]+)/).map { String($0.1) }
  }

  private static func first(in arguments: [String], besides known: [String]) -> String? {
    // What these begin is somebody else's.
    let own = arguments.prefix { !["--", "--secret-command"].contains($0) }
    let names = own.lazy.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2).prefix { $0 != "=" }) }
    return names.first { !known.contains($0) && !unsaid.contains($0) }
  }

  /// The long options of a command, as its help has them.
  private static func names(in command: any ParsableCommand.Type) -> [String] {
    let shown = command.configuration.defaultSubcommand ?? command
    return Opx.helpMessage(for: shown).matches(of: /--([a-z][a-z-]*)/).map { String($0.1) }
  }
}
