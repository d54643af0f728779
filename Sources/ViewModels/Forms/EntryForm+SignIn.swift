import PortalClient

/// The form in which a test user signs in, as on the sandbox's page.
extension EntryForm {
  static func signIn(to application: PortalApplication, of emails: [String]) -> EntryForm {
    EntryForm(
      .signIn(application), title: "Sign in to \(application.name)",
      fields: [
        .choice(.email, "test user", emails, hint: "Left and Right choose another"),
        .secret(.password, "password"),
      ])
  }

  mutating func arrangeSignIn() {
    hint(.email, (self[.email]?.choices ?? 1) > 1 ? "Left and Right choose another" : "")
    hint(.password, "the one that the test user was made with")
    setProblem(.password, self[.password]?.text.isEmpty == false ? nil : "is needed")
  }
}
