import ArgumentParser
import Testing

@testable import opx

struct HelpTests {
  @Test("the help of the program")
  func program() {
    #expect(
      Opx.helpMessage(columns: 80) == """
        OVERVIEW: The Open Payments Explorer: countries, cities and banks of the
        platform, and every exchange behind them.

        Without a subcommand it opens on the whole screen. With nothing configured the
        built-in sandbox answers.

        Each setting is taken from its option, else from its variable (OPX_AUTH_URL,
        OPX_API_URL, OPX_CLIENT_ID, OPX_CLIENT_SECRET, OPX_SCOPE, OPX_DIALECT,
        OPX_CA_FILE, OPX_TIMEOUT, OPX_ALLOW_HTTP, OPX_TOKEN_CACHE, OPX_COMPRESSED,
        OPX_CLIENT_CERT, OPX_CLIENT_KEY, OPX_CLIENT_CERT_PASSWORD, OPX_HISTORY,
        OPX_HISTORY_DAYS, OPX_HISTORY_SIZE, OPX_HISTORY_PRIVATE, OPX_THEME,
        OPX_THEME_DARK, OPX_THEME_LIGHT, OPX_CONTRAST, OPX_COLORS, OPX_MOUSE,
        OPX_ASCII, OPX_MOTION), else from $XDG_CONFIG_HOME/opx/config.yaml. Proxies are
        taken from https_proxy, http_proxy, all_proxy and no_proxy.

        Exit status: 0 done, 1 different (diff), 64 wrong usage, 65 unusable answer, 69
        unreachable or timed out, 74 output not written, 75 try again later, 77
        credentials or scope refused, 78 wrong configuration. SIGINT, SIGTERM and
        SIGHUP end it as they end any program once it has cleaned up, which shells show
        as 130, 143 and 129.

        USAGE: opx <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          explore (default)       Explore on the whole screen (what opx does without a
                                  subcommand).
          countries               List the countries with ASPSPs.
          cities                  List the cities of a country that have ASPSPs.
          aspsps                  List the ASPSPs (banks) of a country or a city.
          aspsp                   Show everything about one ASPSP (bank).
          get                     Call any path of the platform by GET and print the
                                  answer's body.
          open                    Look at a JSON file, or any other, as the explorer
                                  shows bodies; calls nobody.
          export                  Print the whole directory as JSON Lines: countries,
                                  cities, ASPSPs, details.
          history                 Find, show and delete the exchanges of this and
                                  earlier runs.
          diff                    Tell what differs between two JSON texts, or one
                                  call's answers to two profiles.
          token                   Print an access token.
          profiles                List, add, test and choose profiles.
          keys                    List the explorer's commands with their keys.
          themes                  List the themes there are, or check theme files.
          manual                  Print the manual page (opx manual | man -l -).
          sandbox                 Run the built-in sandbox of the platform until
                                  interrupted.

          See 'opx help <subcommand>' for detailed help.
        """)
  }

  @Test("the help of a subcommand that calls")
  func aspsps() {
    #expect(
      Opx.helpMessage(for: ASPSPsCommand.self, columns: 80) == """
        OVERVIEW: List the ASPSPs (banks) of a country or a city.

        USAGE: opx aspsps [<options>] <country> [<city>]

        ARGUMENTS:
          <country>               ISO 3166-1 code of two letters, such as SE, or the
                                  country's name.
          <city>                  Name or id of a city.

        CONNECTION:
          --auth-url <url>        Address of the token endpoint's host, such as
                                  https://auth.example.
          --api-url <url>         Address of the API's host, such as
                                  https://api.example.
          --client-id <id>        Client id of the application.
          --client-secret-stdin   Read the client secret from standard input.
          --scope <scopes>        Scopes to ask for, separated by blanks.
          --dialect <dialect>     Form of the API: psd2 (default) or seed.
          --ca-file <file>        Certificate authorities (PEM) to trust besides the
                                  system's.
          --timeout <seconds>     Longest wait to connect, and for the next byte
                                  (default: 10).
          --allow-http            Allow plain http to other machines; for tests only.
          --client-cert <file>    Certificate to show to the server, as production asks
                                  for (PEM or PKCS#12; passphrase in
                                  OPX_CLIENT_CERT_PASSWORD).
          --client-key <file>     Its private key (PEM), unless that is in the same
                                  file.
          --compressed            Ask for compressed answers (psd2 only).
          --token-cache <choice>  Keep tokens for later runs: true (default) or false.
          --history <choice>      Keep exchanges in the history: true (default) or
                                  false.
          -v, --verbose           Tell every request and answer on standard error,
                                  secrets masked.
          --profile <name>        Who answers: sandbox, sandbox-seed, environment, or a
                                  profile of profiles.yaml.

        OPTIONS:
          --json                  Print one JSON document.
          --raw                   Print the body of the answer as it was received.
          --har <file>            Write the calls to a new file, as an HTTP archive
                                  (HAR) without secrets; - is standard output, in place
                                  of the result.
          --version               Show the version.
          -h, --help              Show help information.

        """)
  }

  @Test("the help of the sandbox")
  func sandbox() {
    #expect(
      Opx.helpMessage(for: SandboxCommand.self, columns: 80) == """
        OVERVIEW: Run the built-in sandbox of the platform until interrupted.

        As soon as it accepts connections it prints one line: the variables that lead
        another opx here, or with --json an object with auth_url, api_url, client_id
        and client_secret. Under auth_url there is also a portal, which registers
        applications and test users of your own.

        USAGE: opx sandbox [--port <port>] [--state <folder>] [--json]

        OPTIONS:
          --port <port>           Port on the loopback interface; 0 lets the system
                                  choose. (default: 0)
          --state <folder>        Keep applications, test users and sign-ins in this
                                  folder; without it they are forgotten at the end.
          --json                  Print the address as a JSON object.
          --version               Show the version.
          -h, --help              Show help information.

        """)
  }
}
