import ArgumentParser

struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: "List, add, test and choose profiles.",
    discussion: """
      A profile says where to call, as whom and for which scopes. Profiles are kept in $XDG_CONFIG_HOME/opx/profiles.yaml, \
      which holds no secret: only where each secret comes from, a file that you alone can read, an environment variable, \
      or a command such as secret-tool lookup service opx. --profile, or else OPX_PROFILE, or else the default that \
      opx profiles use sets, says which one a run uses.
      """,
    subcommands: [
      ProfilesListCommand.self, ProfilesShowCommand.self, ProfilesAddCommand.self, ProfilesRemoveCommand.self,
      ProfilesTestCommand.self, ProfilesUseCommand.self, ProfilesExportEnvCommand.self,
    ],
    defaultSubcommand: ProfilesListCommand.self)
}
