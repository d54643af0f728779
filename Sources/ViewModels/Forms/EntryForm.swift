public import ExplorerStorage
public import PortalClient

/// Fields to be filled in, checked as one types.
public struct EntryForm: Sendable, Equatable {
  public enum Purpose: Sendable, Hashable {
    /// - Parameter replacing: the profile that is being changed; nil for a new one.
    case profile(replacing: Profile?)
    case application
    case testUser
    case signIn(PortalApplication)
  }

  /// Where one goes back to.
  enum Origin: Sendable, Equatable {
    case switcher, guide
    case newApplication(NewApplicationPage)

    /// Whether what was filled in is gone for good when the form is left.
    var losesInput: Bool { if case .newApplication = self { false } else { true } }
  }

  /// Something a value has to fulfil, told whether it does.
  public struct Check: Sendable, Hashable {
    public let text: String
    public let isMet: Bool
  }

  public let purpose: Purpose
  public let title: String
  /// All fields; those that don't apply are not shown.
  private(set) var all: [EntryField]
  public private(set) var cursor: EntryField.ID
  /// Whether secrets are shown as they are.
  public private(set) var isRevealed = false
  /// Why it could not be taken, after it was tried.
  public internal(set) var problem: String?
  /// What it has sent, and waits for.
  var sent: Effect?
  public var isBusy: Bool { sent != nil }
  var origin = Origin.switcher
  /// Whether anything was filled in by hand.
  private(set) var isEdited = false
  /// Whether the next wish to leave is granted.
  var isLeaving = false

  init(_ purpose: Purpose, title: String, fields: [EntryField]) {
    self.purpose = purpose
    self.title = title
    all = fields
    cursor = fields.first?.id ?? .name
    arrange()
  }

  public var fields: [EntryField] { all.filter(\.isShown) }
  public var position: Int { fields.firstIndex { $0.id == cursor } ?? 0 }
  public var current: EntryField? { self[cursor] }

  public subscript(id: EntryField.ID) -> EntryField? { all.first { $0.id == id } }

  func text(_ id: EntryField.ID) -> String {
    self[id].map { $0.text.trimmed } ?? ""
  }

  /// The first field that can't be taken as it is.
  var firstProblem: EntryField? { fields.first { $0.problem != nil } }

  mutating func change(_ id: EntryField.ID, _ change: (inout EntryField) -> Void) {
    guard let index = all.firstIndex(where: { $0.id == id }) else { return }
    change(&all[index])
  }

  mutating func edit(_ change: (inout TextField) -> Void) {
    (problem, isEdited) = (nil, true)
    self.change(cursor) { $0.edit(change) }
    arrange()
  }

  /// Puts text in, or turns a choice to what begins with it.
  ///
  /// - Returns: whether there was room for it.
  @discardableResult
  mutating func type(_ text: String) -> Bool {
    var fits = true
    if case .choice = current?.content {
      (problem, isEdited) = (nil, true)
      change(cursor) { $0.turn(to: text) }
      arrange()
    } else {
      edit { fits = $0.insert(text) }
    }
    return fits
  }

  /// Turns a choice, or moves in a text.
  mutating func moveSideways(_ command: Command) {
    guard let field = current else { return }
    guard case .choice = field.content else { return move { $0.edit(command) } }
    (problem, isEdited) = (nil, true)
    change(cursor) { $0.turn(by: command == .cursorLeft ? -1 : 1) }
    arrange()
  }

  private mutating func move(_ change: (inout TextField) -> Void) {
    self.change(cursor) { $0.edit(change) }
  }

  mutating func move(to position: Int) {
    let shown = fields
    cursor = shown[min(max(position, 0), shown.count - 1)].id
    isRevealed = false
  }

  /// On to the next field, from the last to the first.
  mutating func moveField(by step: Int) {
    let count = fields.count
    move(to: (position + step + count) % count)
  }

  mutating func move(to id: EntryField.ID) {
    cursor = id
    isRevealed = false
  }

  mutating func toggleReveal() { isRevealed.toggle() }

  /// What it holds so far is how it begins.
  mutating func begin() { isEdited = false }

  /// What Enter does.
  public var action: String {
    switch purpose {
    case .profile: origin == .switcher ? "saves" : "saves and switches to it"
    case .application: "registers"
    case .testUser: "creates"
    case .signIn: "signs in"
    }
  }

  /// Takes in why the portal did not take what was sent.
  mutating func take(_ error: PortalError) {
    let ids: [String: EntryField.ID] = [
      "name": purpose == .testUser ? .fullName : .name, "redirect_uris": .redirectURIs, "scopes": .scope,
      "email": .email, "password": .password,
    ]
    if let first = error.problems.lazy.compactMap({ ids[$0.field] }).first { move(to: first) }
    problem = error.message
  }

  mutating func hint(_ id: EntryField.ID, _ text: String) { change(id) { $0.hint = text } }
  mutating func setProblem(_ id: EntryField.ID, _ problem: String?) { change(id) { $0.problem = problem } }

  /// Shows what applies to what has been filled in so far, and says what is wrong with it.
  private mutating func arrange() {
    switch purpose {
    case .profile(let replaced): arrangeProfile(replacing: replaced)
    case .application: arrangeApplication()
    case .testUser: arrangeTestUser()
    case .signIn: arrangeSignIn()
    }
  }
}
