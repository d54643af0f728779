import Screens
import Terminal
import Testing
import ViewModels

/// What every command does everywhere, kept as words: routing may be built anew, and this stays.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct RoutingTests {
  @Test("Every command leads where it is recorded to lead", arguments: Scenario.allCases)
  func routes(_ scenario: Scenario) async throws {
    let screen = try await Picture(scenario: scenario, look: Look(120, 40)).played()
    try Record.expect(Routes(from: screen).text, "Routes/\(scenario.rawValue)")
  }

  @Test("What is not offered does nothing but say why", arguments: Scenario.allCases)
  func refusals(_ scenario: Scenario) async throws {
    let screen = try await Picture(scenario: scenario, look: Look(120, 40)).played()
    let context = screen.context
    for command in Command.allCases where !screen.offers(command) {
      guard !KeyMap.standard.keys(for: command, in: context).isEmpty else { continue }
      let trial = screen.trial(of: command)
      #expect(
        trial.effects.isEmpty && (trial.context == context || trial.notice != nil), "\(command.name) in \(context)")
      #expect(trial.notice != nil || !trial.isChange, "\(command.name) in \(context)")
    }
  }

  @Test("Every key stands for the command that it is recorded to stand for")
  func keys() throws {
    let lines = Context.allCases.map { context in
      let hints = KeyMap.standard.hints(for: context).map { "\($0.keys) \($0.title)" }
      return "\(context)\n  keys: \(Self.keys(in: context))\n  hints: \(hints.joined(separator: " · "))"
    }
    try Record.expect(lines.joined(separator: "\n"), "Routes/keys")
  }

  private static func keys(in context: Context) -> String {
    Command.allCases.compactMap { command in
      let keys = KeyMap.standard.keys(for: command, in: context).filter {
        KeyMap.standard.command(for: $0, in: context) == command
      }
      return keys.isEmpty ? nil : "\(command.name) \(keys.map(\.description).joined(separator: " "))"
    }.joined(separator: ", ")
  }

  @Test("No record is left over")
  func leftOvers() {
    guard !Record.isRecording else { return }
    #expect(Record.names(in: "Routes").subtracting(Scenario.allCases.map(\.rawValue) + ["keys"]) == [])
  }
}

/// Where each command leads from one place, commands with the same outcome together; without those that do
/// nothing and have no key there, so that a new command moves only the records of where it works.
@MainActor
private struct Routes {
  private static let nothing = "nothing"
  private let context: Context
  private var outcomes: [String: [String]] = [:]
  private var refused: [String] = []

  init(from screen: TestScreen) {
    context = screen.context
    for command in Command.allCases {
      let outcome = outcome(of: screen.trial(of: command))
      guard outcome != Self.nothing || !KeyMap.standard.keys(for: command, in: context).isEmpty else { continue }
      outcomes[outcome, default: []].append(command.name)
      if !screen.offers(command) { refused.append(command.name) }
    }
  }

  var text: String {
    let routes = outcomes.sorted { $0.key < $1.key }.map { "\($0.key)\n  \($0.value.joined(separator: " "))" }
    return (["in \(context)"] + routes + ["not offered\n  \(refused.joined(separator: " "))"]).joined(separator: "\n")
  }

  private func outcome(of trial: Trial) -> String {
    let effects = trial.effects.compactMap(\.word)
    var words: [String] = []
    if trial.context != context { words.append("to \(trial.context)") }
    if let notice = trial.notice { words.append("says \"\(notice)\"") }
    if !effects.isEmpty { words.append("asks for \(effects.joined(separator: ", "))") }
    if words.isEmpty { words.append(trial.isChange ? "changes what is shown" : Self.nothing) }
    return words.joined(separator: ", ")
  }
}

extension Effect {
  /// What is to be done, without for whom; nil for wake-ups.
  fileprivate var word: String? {
    if case .tick = self { return nil }
    guard case .platform(let call, _) = self else { return Self.word(self) }
    return "call \(Self.word(call))"
  }

  /// Of a room and what it wants, or of the desk's own work.
  private static func word(_ work: Any) -> String {
    guard let part = Mirror(reflecting: work).children.first, let label = part.label else { return "\(work)" }
    let inner = Mirror(reflecting: part.value)
    guard inner.displayStyle == .enum else { return label }
    return "\(label) \(inner.children.first?.label ?? "\(part.value)")"
  }
}
