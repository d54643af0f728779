import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments

struct ProfilesTestCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Try a profile: a token, then the countries.")

  @Argument(help: "The profile; by default the one in use.")
  var name: String?

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  @Flag(help: "Print a JSON object with what each step came to.")
  var json = false

  func validate() throws {
    if name != nil, connection.profile != nil { throw ValidationError("name the profile once") }
  }

  func run() async throws {
    var options = connection
    options.profile = name ?? options.profile
    try await options.run(test)
  }

  private func test(_ connection: Connection) async throws {
    let profile = connection.catalogue.chosen
    var steps: [JSONOutput.Member] = [.init("profile", .string(profile.name))]
    do {
      let client = try await connection.client(for: profile)
      let token = try await client.token()
      let scopes = (token.grantedScopes ?? profile.scopes).joined(separator: " ")
      try tell("✓ token \(token.exchange == nil ? "kept from before" : "fetched"), for \(scopes)")
      steps.append(
        .init("token", ["scope": .string(scopes), "expires_at": .string(token.expiresAt.formatted(.iso8601))]))
      let countries = try await client.countries().value.count
      try tell("✓ \(countries) countr\(countries == 1 ? "y" : "ies")")
      steps += [.init("countries", .integer(countries)), .init("error", .null), .init("advice", .null)]
      if json { try print(steps) }
    } catch {
      let failure = CommandFailure(error)
      let advice = (error as? OpenPaymentsError).flatMap { profile.advice(on: $0) }
      steps += [
        .init("error", .string(failure.message)), .init("advice", advice.map { .string($0) } ?? .null),
      ]
      if json {
        try print(steps)
      } else if steps.count == 3 {
        try tell("✗ no token")
      } else {
        try tell("✗ no countries")
      }
      if let advice { StandardError.print("opx: \(advice)") }
      throw failure
    }
  }

  private func tell(_ line: String) throws { if !json { try StandardOutput.write(Array("\(line)\n".utf8)) } }

  private func print(_ members: [JSONOutput.Member]) throws {
    try StandardOutput.write(Array("\(JSONOutput.object(members).text())\n".utf8))
  }
}
