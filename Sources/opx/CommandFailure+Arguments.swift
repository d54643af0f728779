import ArgumentParser

extension CommandFailure {
  /// - Parameter arguments: the program's, with which ArgumentParser may have found something wrong; they tell which help
  ///   fits, too.
  init(_ error: any Error, arguments: [String]) {
    self.init(error, otherwise: Self(unforeseen: error, arguments))
  }

  private init(unforeseen error: any Error, _ arguments: [String]) {
    let isUsage = Opx.exitCode(for: error) == .validationFailure
    let subcommand = Subcommands.all.compactMap { $0.configuration.commandName }.first(where: arguments.contains)
    let help = ["opx", subcommand, "--help"].compactMap { $0 }.joined(separator: " ")
    let message = Opx.message(for: error)
    let words = isUsage ? UnknownOption.words(instead: message, arguments: arguments) : message
    self.init(isUsage ? .usage : .internalFault, Self.pointing(words, to: help))
  }
}
