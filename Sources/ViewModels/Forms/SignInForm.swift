import OpenPayments
import PortalClient

/// The form in which a test user signs in, as on the sandbox's page.
struct SignInForm: Sendable, Hashable {
  let application: PortalApplication
  /// Of the test users there are.
  let emails: [String]

  var fields: [EntryField] {
    [
      .choice(.email, "test user", emails, hint: "Left and Right choose another"), .secret(.password, "password"),
    ]
  }

  func arrange(_ entries: inout EntryFields) {
    entries.hint(.email, emails.count > 1 ? "Left and Right choose another" : "")
    entries.hint(.password, "the one that the test user was made with")
    entries.setProblem(.password, entries[.password]?.text.isEmpty == false ? nil : "is needed")
  }

  func password(_ entries: EntryFields) -> Secret { Secret(entries[.password]?.text ?? "") }
}
