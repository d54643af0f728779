import OpenPayments
import PortalClient
import PortalRules

/// The form of a test user to be made in the built-in sandbox.
extension EntryForm {
  static func testUser() -> EntryForm {
    EntryForm(
      .testUser, title: "Create a test user",
      fields: [
        .text(.email, "email", hint: "need not be real"),
        .secret(.password, "password"),
        .text(.fullName, "name", hint: "may stay empty"),
      ])
  }

  mutating func arrangeTestUser() {
    let password = self[.password]?.text ?? ""
    hint(.email, "need not be real, but no other test user may have it")
    hint(.fullName, "may stay empty")
    change(.password) { field in
      field.checks = PasswordRule.allCases.map { Check(text: $0.text, isMet: $0.isMet(by: password)) }
    }
    setProblem(.email, EmailAddress.problem(text(.email))?.asPredicate)
    setProblem(.password, PasswordRule.problem(password)?.asPredicate)
    setProblem(.fullName, PersonName.problem(text(.fullName))?.asPredicate)
  }

  var testUserDraft: TestUserDraft {
    TestUserDraft(email: text(.email), password: Secret(self[.password]?.text ?? ""), name: text(.fullName))
  }
}
