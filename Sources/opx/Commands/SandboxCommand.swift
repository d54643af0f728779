import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments
import OpenPaymentsSandbox

struct SandboxCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox", abstract: "Run the built-in sandbox of the platform until interrupted.",
    discussion: """
      As soon as it accepts connections it prints one line: the variables that lead another opx here, or with --json \
      an object with auth_url, api_url, client_id and client_secret. Under auth_url there is also a portal, which registers \
      applications and test users of your own.
      """)

  @Option(help: "Port on the loopback interface; 0 lets the system choose.")
  var port: UInt16 = 0

  @Option(
    help: ArgumentHelp(
      "Keep applications, test users and sign-ins in this folder; without it they are forgotten at the end.",
      valueName: "folder"), transform: OptionText.nonEmpty)
  var state: String?

  @Flag(help: "Print the address as a JSON object.")
  var json = false

  func run() async throws {
    let platform = SandboxPlatform(signingKey: try signingKey(), store: try store())
    let server = SandboxServer(port: port) { platform.respond(to: $0, body: $1) }
    let (addresses, continuation) = AsyncStream.makeStream(of: SandboxAddress.self)
    try await withThrowingTaskGroup { group in
      group.addTask {
        defer { continuation.finish() }
        do { try await server.run { continuation.yield($0) } } catch let error as SandboxServerError {
          throw CommandFailure(.unreachable, "\(error); choose another --port, or 0 to let the system choose")
        }
      }
      for await address in addresses { try StandardOutput.write(Array("\(line(address))\n".utf8)) }
      try await group.waitForAll()
    }
  }

  private func signingKey() throws -> SigningKey {
    let folder = Paths(environment: ProcessInfo.processInfo.environment).sandbox
    do { return try SigningKey.kept(in: folder, onWait: LockWait.ofSandbox(StandardError.tell)) } catch {
      throw CommandFailure(.configuration, "\(error); set XDG_STATE_HOME to a folder of your own")
    }
  }

  private func store() throws -> PortalStore {
    guard let state else { return PortalStore() }
    let folder = HomePath.expanded(state, home: ProcessInfo.processInfo.environment["HOME"])
    do {
      return try PortalStore(folder: folder, onWait: LockWait.ofSandbox(StandardError.tell)) {
        StandardError.print("opx: what was kept is damaged and not used; it is now \($0), and a new file is begun")
      }
    } catch {
      throw CommandFailure(.configuration, "\(error); choose another --state")
    }
  }

  func line(_ address: SandboxAddress) -> String {
    if json {
      return JSONOutput.members([
        "auth_url": .string(address.authURL), "api_url": .string(address.apiURL),
        "client_id": .string(address.clientID), "client_secret": .string(address.clientSecret),
      ]).text()
    }
    let variables = [
      (Setting.authURL, address.authURL), (.apiURL, address.apiURL), (.clientID, address.clientID),
      (.clientSecret, address.clientSecret),
    ]
    return variables.map { "\($0.0.variable)=\(Shell.word($0.1))" }.joined(separator: " ")
  }
}
