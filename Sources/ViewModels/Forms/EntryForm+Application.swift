import OpenPayments
import PortalClient
import PortalRules

/// The form of an application to be registered in the built-in sandbox.
extension EntryForm {
  private static let defaultScopes = ["aspspinformation", "private", "openid", "email"]

  static func application() -> EntryForm {
    EntryForm(
      .application, title: "Register an application",
      fields: [
        .text(.name, "name", hint: "as its users will read it"),
        .text(.redirectURIs, "redirect URIs", "http://localhost:8080/", hint: "where users come back to"),
        .text(.scope, "scopes", defaultScopes.joined(separator: " ")),
      ])
  }

  mutating func arrangeApplication() {
    hint(.name, "as its users will read it when they sign in")
    hint(
      .redirectURIs,
      "https, or in development http://localhost:PORT/ and https://localhost:PORT/; blanks between several")
    hint(.scope, "there are \(ApplicationScopes.all.joined(separator: " "))")
    setProblem(.name, ApplicationName.problem(text(.name))?.asPredicate)
    setProblem(.redirectURIs, RedirectURI.problem(words(.redirectURIs))?.asPredicate)
    setProblem(.scope, ApplicationScopes.problem(words(.scope))?.asPredicate)
  }

  var applicationDraft: ApplicationDraft {
    ApplicationDraft(name: text(.name), redirectURIs: words(.redirectURIs), scopes: words(.scope))
  }

  func words(_ id: EntryField.ID) -> [String] { text(id).split(separator: " ").map(String.init) }
}

extension String {
  /// A sentence as what follows a label: `name: Give the application a name`.
  var asPredicate: String { "– \(hasSuffix(".") ? String(dropLast()) : self)" }
}
