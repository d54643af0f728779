import ExplorerStorage
import OpenPayments
import PortalClient

/// The forms that there are, as they begin.
extension EntryForm {
  static func application() -> EntryForm {
    let form = ApplicationForm()
    return EntryForm(.application(form), form.fields)
  }

  static func testUser() -> EntryForm {
    let form = TestUserForm()
    return EntryForm(.testUser(form), form.fields)
  }

  static func signIn(to application: PortalApplication, of emails: [String]) -> EntryForm {
    let form = SignInForm(application: application, emails: emails)
    return EntryForm(.signIn(form), form.fields)
  }

  /// - Parameters:
  ///   - profile: what the fields begin with; nil for an empty form.
  ///   - isNew: whether it is to be another profile than the one that the fields begin with.
  static func profile(
    _ profile: Profile? = nil, isNew: Bool, from origin: ProfileForm.Origin = .switcher
  ) -> EntryForm {
    let form = ProfileForm(replaced: isNew ? nil : profile, origin: origin)
    return EntryForm(.profile(form), form.fields(of: profile))
  }

  /// For what the hosted sandbox's portal shows.
  static func pastedCredentials() -> EntryForm {
    var form = profile(isNew: true, from: .guide)
    form.choose(.sandbox)
    form.begin()
    return form
  }

  /// For an application that has just been registered in the built-in sandbox.
  ///
  /// - Parameter taken: names that other profiles have.
  static func profile(of new: NewApplication, taken: Set<String>) -> EntryForm {
    var form = profile(of: new.application, taken: taken, from: .newApplication)
    form.fill(.secret, new.secret.reveal())
    form.move(to: .name)
    return form
  }

  /// For an application of the built-in sandbox whose secret somebody has.
  static func profile(
    of application: PortalApplication, taken: Set<String>, from origin: ProfileForm.Origin = .guide
  ) -> EntryForm {
    var form = profile(isNew: true, from: origin)
    form.choose(.builtInSandbox)
    form.fill(.name, ProfileName.suggestion(from: application.name, taken: taken))
    form.fill(.clientID, application.clientID)
    // Users sign in to get these; an application can't have them in its own name.
    let scopes = application.scopes.filter { !["openid", "profile", "email"].contains($0) }
    form.fill(.scope, scopes.joined(separator: " "))
    form.move(to: .name)
    form.begin()
    return form
  }

  private mutating func choose(_ preset: Preset) {
    move(to: .environment)
    for _ in Preset.allCases where self[.environment]?.text != preset.title { moveSideways(.cursorRight) }
    move(to: .name)
  }
}
