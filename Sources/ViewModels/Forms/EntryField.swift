/// One field of an ``EntryForm``.
public struct EntryField: Sendable, Hashable, Identifiable {
  public enum ID: String, Sendable, Hashable {
    case name, environment, authURL, apiURL, plainHTTP, dialect, clientID, secretSource, secret, secretFile
    case secretVariable, secretCommand, scope, accent, certificate, certificateKey, notes
    case redirectURIs, email, password, fullName
  }

  public enum Content: Sendable, Hashable {
    case text(TextField)
    /// A text that is masked unless it is to be seen.
    case secret(TextField)
    case choice([String], selected: Int)
  }

  public let id: ID
  public let label: String
  public private(set) var content: Content
  /// What is expected, or what happens if it stays empty.
  public internal(set) var hint: String
  /// Why the value can't be taken, as a sentence without the label; nil if it can.
  public internal(set) var problem: String?
  /// What the value has to fulfil, point by point.
  public internal(set) var checks: [EntryForm.Check] = []
  public internal(set) var isShown = true

  init(_ id: ID, _ label: String, _ content: Content, hint: String = "") {
    self.id = id
    self.label = label
    self.content = content
    self.hint = hint
  }

  static func text(_ id: ID, _ label: String, _ text: String = "", hint: String = "") -> EntryField {
    EntryField(id, label, .text(TextField(text)), hint: hint)
  }

  static func secret(_ id: ID, _ label: String, _ text: String = "", hint: String = "") -> EntryField {
    EntryField(id, label, .secret(TextField(text)), hint: hint)
  }

  static func choice(
    _ id: ID, _ label: String, _ titles: [String], selected: Int = 0, hint: String = ""
  ) -> EntryField {
    EntryField(id, label, .choice(titles, selected: selected), hint: hint)
  }

  public var isSecret: Bool { if case .secret = content { true } else { false } }

  /// What is filled in; of a choice, its title.
  public var text: String {
    switch content {
    case .text(let field), .secret(let field): field.text
    case .choice(let titles, let selected): titles[selected]
    }
  }

  /// How many there are to choose from; nil where something is typed.
  var choices: Int? { if case .choice(let titles, _) = content { titles.count } else { nil } }

  var selected: Int { if case .choice(_, let selected) = content { selected } else { 0 } }

  mutating func edit(_ change: (inout TextField) -> Void) {
    switch content {
    case .text(var field):
      change(&field)
      content = .text(field)
    case .secret(var field):
      change(&field)
      content = .secret(field)
    case .choice: break
    }
  }

  /// Turns to the next choice that begins like this.
  mutating func turn(to beginning: String) {
    guard case .choice(let titles, let selected) = content, !beginning.isEmpty else { return }
    let order = (1...titles.count).map { (selected + $0) % titles.count }
    guard let found = order.first(where: { titles[$0].lowercased().hasPrefix(beginning.lowercased()) }) else { return }
    content = .choice(titles, selected: found)
  }

  mutating func turn(by step: Int) {
    guard case .choice(let titles, let selected) = content else { return }
    content = .choice(titles, selected: (selected + step + titles.count) % titles.count)
  }
}

extension EntryField: CustomStringConvertible {
  /// Never what is filled in, which may be secret.
  public var description: String { "\(id)" }
}
