import Testing

@testable import opx

/// Subcommands that there aren't, and options.
@Suite(.timeLimit(.minutes(2)))
struct SubcommandTests {
  @Test(
    "a name that there isn't is told with the nearest one of its level",
    arguments: [
      (["contries"], #"there is no subcommand and no place "contries"; did you mean countries? See opx --help"#),
      (
        ["contries", "--help"],
        #"there is no subcommand and no place "contries"; did you mean countries? See opx --help"#
      ),
      (["help", "contries"], #"there is no subcommand "contries"; did you mean countries? See opx --help"#),
      (["helpp"], #"there is no subcommand and no place "helpp"; did you mean help? See opx --help"#),
      (["profiles", "lst"], #"profiles has no subcommand "lst"; did you mean list? See opx profiles --help"#),
      (
        ["profiles", "lst", "--help"], #"profiles has no subcommand "lst"; did you mean list? See opx profiles --help"#
      ),
      (
        ["profiles", "--json", "lst"], #"profiles has no subcommand "lst"; did you mean list? See opx profiles --help"#
      ),
      (["help", "profiles", "lst"], #"profiles has no subcommand "lst"; did you mean list? See opx profiles --help"#),
      (["help", "history", "lst"], #"history has no subcommand "lst"; did you mean list? See opx history --help"#),
      (
        ["profiles", "--json", "list"],
        #""list" is a subcommand, which goes before all options: opx profiles list; see opx profiles --help"#
      ),
      (["help", "countries", "x"], #"countries has no subcommands, and so not "x"; see opx countries --help"#),
      (
        ["help", "history", "xyzzy"],
        #"history has no subcommand "xyzzy"; there are list, show, clear; see opx history --help"#
      ),
    ])
  func unknown(arguments: [String], words: String) async throws {
    let outcome = try await OpxProcess().run(arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors == "opx: \(words)\n")
  }

  @Test("a word that is near none is told with all of them")
  func farOff() async throws {
    let outcome = try await OpxProcess().run("xyzzy")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("there are explore, countries, ") && outcome.errors.contains("se/stockholm"))
  }

  @Test(
    "an option that there isn't is told with the nearest one, those of every command too",
    arguments: [
      (["--hlep"], "--help"), (["countries", "--versoin"], "--version"), (["token", "--forgt"], "--forget"),
      (["countries", "--hel"], "--help"), (["history", "--jsn"], "--json"), (["history", "clear", "--yse"], "--yes"),
      (["--timout", "3"], "--timeout"), (["cities", "--timout", "3", "DE"], "--timeout"),
      (["aspsp", "--prfile=x", "y"], "--profile"), (["get", "--timout", "3", "/x"], "--timeout"),
    ])
  func options(arguments: [String], nearest: String) async throws {
    let outcome = try await OpxProcess().run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Did you mean '\(nearest)'? See opx"), "\(outcome.errors)")
  }

  @Test(
    "a history query of a word near a subcommand's name that finds nothing is told, whatever the form; others find nothing in silence",
    arguments: [
      (["lst"], "opx history list"), (["list", "clera"], "opx history clear"),
      (["--json", "show"], "opx history show"),
      (["countires"], "\"countries\""), (["list", "countires", "--json"], "\"countries\""), (["malmo"], nil),
      (["lst", "shw"], nil), (["status:599"], nil), (["sandbox"], nil),
    ])
  func nearSubcommand(arguments: [String], meant: String?) async throws {
    let outcome = try await OpxProcess().run(["history"] + arguments)
    #expect(outcome.status == 0)
    #expect(outcome.text == (arguments.contains("--json") ? "[]\n" : ""))
    #expect(outcome.errors.contains("did you mean \(meant ?? "")?") == (meant != nil))
    #expect(outcome.errors.isEmpty == (meant == nil), "\(outcome.errors)")
  }

  @Test("what comes after -- is words of the query, whatever they begin with")
  func words() async throws {
    let opx = try OpxProcess()
    #expect(try await opx.run("history", "--", "lst").errors.contains("did you mean opx history list?"))
    #expect(try await opx.run("history", "--", "--jsn").status == 0)
  }

  @Test("a misplaced subcommand and a bad secret command are not blamed on what stands beside them")
  func blameless() async throws {
    let opx = try OpxProcess()
    let misplaced = try await opx.run("--json", "countries")
    #expect(!misplaced.errors.contains("Did you mean") && misplaced.status == 64, "\(misplaced.errors)")
    let profile = try await opx.run("profiles", "add", "a", "--client-id", "b", "--secret-command", "tool", "--odd")
    #expect(!profile.errors.contains("nknown option") && profile.status == 64, "\(profile.errors)")
  }

  @Test(
    "names that there are still have their help",
    arguments: [["help"], ["help", "help"], ["help", "profiles", "add"], ["help", "--help"], ["history", "--help"]])
  func known(arguments: [String]) async throws {
    let outcome = try await OpxProcess().run(arguments)
    #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.text.contains("USAGE"))
  }
}
