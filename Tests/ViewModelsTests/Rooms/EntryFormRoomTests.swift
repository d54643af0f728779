import ExplorerStorage
import OpenPayments
import PortalClient
import Testing

@testable import ViewModels

/// The four forms, without anybody who takes what is filled in.
struct EntryFormRoomTests {
  private let world = ViewModels.World.of(in: .entry)

  private func form(_ form: EntryForm, _ texts: [EntryField.ID: String]) -> EntryForm {
    var form = form
    for (id, text) in texts { form.fill(id, text) }
    return form
  }

  private func filled(_ turn: EntryForm.Turn?) -> EntryForm.Filled? {
    if case .filledIn(let filled)? = turn?.outcomes.first { filled } else { nil }
  }

  private var testUser: EntryForm { form(.testUser(), [.email: "b@example.com", .password: "abcd1234"]) }

  @Test("A profile is a change to those there are: another one, or one in the place of the first")
  func profile() {
    var added = form(.profile(isNew: true), [.name: "acme", .clientID: "id", .secret: "s3cr3t"])
    guard case .profile(.add(let profile, secret: _))? = filled(added.run(.save, in: world)) else {
      Issue.record("Nothing is added.")
      return
    }
    #expect(profile.name == "acme" && profile.application?.clientID == "id")
    var changed = form(.profile(Profiles.acme, isNew: false), [.notes: "mine"])
    guard case .profile(.replace(name: "acme", with: let new, secret: _))? = filled(changed.run(.save, in: world))
    else {
      Issue.record("Nothing is replaced.")
      return
    }
    #expect(new.notes == "mine" && new.application == Profiles.acme.application)
  }

  @Test("An application, a test user and a sign-in are what was typed")
  func others() {
    var application = form(.application(), [.name: "Till"])
    guard case .application(let draft)? = filled(application.run(.save, in: world)) else {
      Issue.record("No application.")
      return
    }
    #expect(draft.name == "Till" && draft.redirectURIs == ["http://localhost:8080/"])
    var user = testUser
    guard case .testUser(let draft)? = filled(user.run(.save, in: world)) else {
      Issue.record("No test user.")
      return
    }
    #expect(draft.email == "b@example.com" && draft.password.reveal() == "abcd1234")
    var signIn = form(.signIn(to: PortalWorld.till, of: ["a@example.com", "b@example.com"]), [.password: "abc"])
    signIn.move(to: .email)
    _ = signIn.run(.cursorRight, in: world)
    guard case .signIn(PortalWorld.till, email: "b@example.com", let password)? = filled(signIn.run(.save, in: world))
    else {
      Issue.record("No sign-in.")
      return
    }
    #expect(password.reveal() == "abc")
  }

  @Test("What is wrong is said at its field, and nothing goes out")
  func wrong() {
    for (form, field) in [
      (EntryForm.profile(isNew: true), EntryField.ID.name), (.application(), .name), (.testUser(), .email),
      (.signIn(to: PortalWorld.till, of: ["a@example.com"]), .password),
    ] {
      var form = form
      #expect(form.run(.save, in: world)?.isQuiet == true && form.cursor == field && form.problem != nil)
      #expect(!form.isBusy)
    }
  }

  @Test("It waits for what it has sent, and takes nothing else meanwhile")
  func waiting() throws {
    var form = testUser
    let sent = try #require(filled(form.run(.save, in: world)))
    #expect(form.isBusy && form.awaits(sent) && form.run(.save, in: world)?.isQuiet == true)
    #expect(form.run(.history, in: world)?.isQuiet == true)
    form.refuse(PortalError("Taken.", problems: [.init(field: "email", text: "Somebody has it.")]))
    #expect(!form.isBusy && !form.awaits(sent) && form.cursor == .email && form.problem == "Taken.")
    _ = form.run(.save, in: world)
    let left = form.run(.cancel, in: world)
    #expect(left?.told == ["closed"] && left?.said == "It may be created all the same.")
  }

  @Test("Esc asks again where something was filled in, unless one goes on filling in")
  func leaving() {
    var untouched = EntryForm.application()
    #expect(untouched.run(.cancel, in: world)?.said == "Not registered.")
    var form = testUser
    #expect(form.run(.cancel, in: world)?.outcomes.isEmpty == true)
    _ = form.run(.nextField, in: world)
    #expect(form.run(.cancel, in: world)?.said == "cancel again drops what was filled in.")
    let left = form.run(.cancel, in: world)
    #expect(left?.told == ["closed"] && left?.said == "Not created.")
  }

  @Test("Fields are gone through in a circle, and a secret that was shown is hidden again")
  func moving() {
    var form = testUser
    form.move(to: .password)
    _ = form.run(.reveal, in: world)
    #expect(form.isRevealed)
    _ = form.run(.nextField, in: world)
    #expect(!form.isRevealed && form.cursor == .fullName)
    _ = form.run(.nextField, in: world)
    #expect(form.cursor == .email)
    _ = form.run(.previousField, in: world)
    #expect(form.cursor == .fullName)
    _ = form.run(.moveToTop, in: world)
    #expect(form.cursor == .email && form.run(.history, in: world) == nil)
  }
}
