import ExplorerStorage
import OpenPayments
import PortalClient

/// A form that is being filled in, checked as one types.
public struct EntryForm: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Never, Never, Outcome>

  enum Kind: Sendable, Hashable {
    case profile(ProfileForm)
    case application(ApplicationForm)
    case testUser(TestUserForm)
    case signIn(SignInForm)
  }

  /// What it comes to once nothing is wrong with it.
  enum Filled: Sendable, Hashable {
    case profile(ProfileChange)
    case application(ApplicationDraft)
    case testUser(TestUserDraft)
    case signIn(PortalApplication, email: String, password: Secret)
  }

  enum Outcome {
    case filledIn(Filled)
    case closed
  }

  /// Something a value has to fulfil, told whether it does.
  public struct Check: Sendable, Hashable {
    public let text: String
    public let isMet: Bool
  }

  let kind: Kind
  private(set) var entries: EntryFields
  /// Why it could not be taken, after it was tried.
  public private(set) var problem: String?
  /// What it has sent, and waits for.
  private var sent: Filled?
  /// Whether anything was filled in by hand.
  private var isEdited = false
  /// Whether the next wish to leave is granted.
  private var isLeaving = false

  init(_ kind: Kind, _ fields: [EntryField]) {
    self.kind = kind
    entries = EntryFields(fields)
    arrange()
  }

  public var isBusy: Bool { sent != nil }
  public var fields: [EntryField] { entries.shown }
  public var cursor: EntryField.ID { entries.cursor }
  public var position: Int { entries.position }
  public var current: EntryField? { entries.current }
  public var isRevealed: Bool { entries.isRevealed }
  public var hasSecret: Bool { fields.contains(where: \.isSecret) }
  var firstProblem: EntryField? { entries.firstProblem }

  public subscript(id: EntryField.ID) -> EntryField? { entries[id] }

  public var title: String {
    switch kind {
    case .profile(let form): form.title
    case .application: "Register an application"
    case .testUser: "Create a test user"
    case .signIn(let form): "Sign in to \(form.application.name)"
    }
  }

  /// What Enter does.
  public var action: String {
    switch kind {
    case .profile(let form): form.isUsedAtOnce ? "saves and switches to it" : "saves"
    case .application: "registers"
    case .testUser: "creates"
    case .signIn: "signs in"
    }
  }

  /// Shows what applies to what has been filled in so far, and says what is wrong with it.
  private mutating func arrange() {
    switch kind {
    case .profile(let form): form.arrange(&entries)
    case .application(let form): form.arrange(&entries)
    case .testUser(let form): form.arrange(&entries)
    case .signIn(let form): form.arrange(&entries)
    }
  }

  private var filled: Filled? {
    switch kind {
    case .profile(let form): form.change(entries).map(Filled.profile)
    case .application(let form): .application(form.draft(entries))
    case .testUser(let form): .testUser(form.draft(entries))
    case .signIn(let form): .signIn(form.application, email: entries.text(.email), password: form.password(entries))
    }
  }

  // MARK: - Filling in

  mutating func edit(_ change: (inout TextField) -> Void) {
    (problem, isEdited) = (nil, true)
    entries.change(cursor) { $0.edit(change) }
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
      entries.change(cursor) { $0.turn(to: text) }
      arrange()
    } else {
      edit { fits = $0.insert(text) }
    }
    return fits
  }

  /// Turns a choice, or moves in a text.
  mutating func moveSideways(_ command: Command) {
    guard case .choice? = current?.content else { return entries.change(cursor) { $0.edit { _ = $0.edit(command) } } }
    (problem, isEdited) = (nil, true)
    entries.change(cursor) { $0.turn(by: command == .cursorLeft ? -1 : 1) }
    arrange()
  }

  mutating func move(to position: Int) { entries.move(to: position) }
  mutating func move(by distance: Int) { entries.move(to: position + distance) }
  mutating func move(to id: EntryField.ID) { entries.move(to: id) }

  mutating func fill(_ id: EntryField.ID, _ text: String) {
    move(to: id)
    edit { $0.insert(text) }
  }

  /// What it holds so far is how it begins.
  mutating func begin() { isEdited = false }

  // MARK: - Commands

  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command, in world: World) -> Turn? {
    guard !isBusy || command == .cancel else { return .done }
    if let motion = Motion(command) {
      move(to: motion.target(from: position, count: fields.count, height: world.viewport.overlayRows))
      return .done
    }
    switch command {
    case .save: return save()
    case .cancel where isEdited && !isLeaving && !isBusy && losesInput:
      isLeaving = true
      return .say("\(key: .cancel) again drops what was filled in.")
    case .cancel, .quit: return Turn(outcomes: [.closed], notice: farewell.map(Notice.init))
    case .nextField: entries.moveField(by: 1)
    case .previousField: entries.moveField(by: -1)
    case .reveal where !hasSecret: return .say("Nothing in this form is masked.")
    case .reveal: entries.toggleReveal()
    case .cursorLeft, .cursorRight: moveSideways(command)
    default: return nil
    }
    isLeaving = false
    return .done
  }

  /// Sends what it holds, which waits for it from then on, unless something is wrong with it, which is told.
  private mutating func save() -> Turn {
    if let field = firstProblem {
      move(to: field.id)
      problem = "\(field.label) \(field.problem ?? "")"
      return .done
    }
    guard let filled else { return .done }
    sent = filled
    return .tell(.filledIn(filled))
  }

  /// Whether what was filled in is gone for good when it is left.
  private var losesInput: Bool { if case .profile(let form) = kind { form.origin != .newApplication } else { true } }

  /// What there is to say to somebody who leaves it.
  private var farewell: Sentence? {
    switch kind {
    case .profile(let form): form.origin == .newApplication ? nil : "Not saved."
    case .application: isBusy ? "It may be registered all the same." : "Not registered."
    case .testUser: isBusy ? "It may be created all the same." : "Not created."
    case .signIn: nil
    }
  }

  // MARK: - What comes of it

  func awaits(_ filled: Filled) -> Bool { sent == filled }

  /// It was not taken.
  mutating func refuse(_ problem: String) { (sent, self.problem) = (nil, problem) }

  /// The portal did not take it.
  mutating func refuse(_ error: PortalError) {
    var name = EntryField.ID.name
    if case .testUser = kind { name = .fullName }
    let ids: [String: EntryField.ID] = [
      "name": name, "redirect_uris": .redirectURIs, "scopes": .scope, "email": .email, "password": .password,
    ]
    if let first = error.problems.lazy.compactMap({ ids[$0.field] }).first { move(to: first) }
    refuse(error.message)
  }
}
