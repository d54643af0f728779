import ArgumentParser
import ExplorerStorage
import JSONText
import OpenPayments
import Terminal
import ViewModels

struct ProfilesShowCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a profile; its secret stays where it is.")

  @Argument(help: "The profile; by default the one in use.")
  var name: String?

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() async throws {
    let connection = try ConnectionRequest().connection(needsAPI: false, standIn: .always)
    connection.catalogue.stored.tellProblems()
    let profile = try name.map(connection.catalogue.profile(named:)) ?? connection.catalogue.chosen
    let object = JSONOutput(await connection.row(profile))
    guard !json, case .object(let members) = object else {
      return try StandardOutput.write(Array("\(object.text(pretty: true))\n".utf8))
    }
    let lines = members.compactMap { member -> String? in
      let text =
        switch member.value {
        case .string(let text): text
        case .bool(let flag): flag ? "yes" : "no"
        case .array(let values):
          values.map { if case .string(let text) = $0 { text } else { "" } }.joined(separator: " ")
        case .object: profile.application?.secret.words ?? ""
        default: ""
        }
      let label = member.name.replacing("_", with: " ")
      return text.isEmpty
        ? nil : "\(label)\(String(repeating: " ", count: max(18 - label.count, 1)))\(VisibleText.visible(text))"
    }
    try StandardOutput.write(Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
