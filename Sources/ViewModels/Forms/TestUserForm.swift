import OpenPayments
import PortalClient
import PortalRules

/// The form of a test user to be made in the built-in sandbox.
struct TestUserForm: Sendable, Hashable {
  var fields: [EntryField] {
    [
      .text(.email, "email", hint: "need not be real"), .secret(.password, "password"),
      .text(.fullName, "name", hint: "may stay empty"),
    ]
  }

  func arrange(_ entries: inout EntryFields) {
    let password = entries[.password]?.text ?? ""
    entries.hint(.email, "need not be real, but no other test user may have it")
    entries.hint(.fullName, "may stay empty")
    entries.change(.password) { field in
      field.checks = PasswordRule.allCases.map { EntryForm.Check(text: $0.text, isMet: $0.isMet(by: password)) }
    }
    entries.setProblem(.email, EmailAddress.problem(entries.text(.email))?.asPredicate)
    entries.setProblem(.password, PasswordRule.problem(password)?.asPredicate)
    entries.setProblem(.fullName, PersonName.problem(entries.text(.fullName))?.asPredicate)
  }

  func draft(_ entries: EntryFields) -> TestUserDraft {
    TestUserDraft(
      email: entries.text(.email), password: Secret(entries[.password]?.text ?? ""), name: entries.text(.fullName))
  }
}
