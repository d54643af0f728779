import OpenPayments
import PortalClient
import PortalRules

/// The form of an application to be registered in the built-in sandbox.
struct ApplicationForm: Sendable, Hashable {
  private static let defaultScopes = ["aspspinformation", "private", "openid", "email"]

  var fields: [EntryField] {
    [
      .text(.name, "name", hint: "as its users will read it"),
      .text(.redirectURIs, "redirect URIs", "http://localhost:8080/", hint: "where users come back to"),
      .text(.scope, "scopes", Self.defaultScopes.joined(separator: " ")),
    ]
  }

  func arrange(_ entries: inout EntryFields) {
    entries.hint(.name, "as its users will read it when they sign in")
    entries.hint(
      .redirectURIs,
      "https, or in development http://localhost:PORT/ and https://localhost:PORT/; blanks between several")
    entries.hint(.scope, "there are \(ApplicationScopes.all.joined(separator: " "))")
    entries.setProblem(.name, ApplicationName.problem(entries.text(.name))?.asPredicate)
    entries.setProblem(.redirectURIs, RedirectURI.problem(entries.words(.redirectURIs))?.asPredicate)
    entries.setProblem(.scope, ApplicationScopes.problem(entries.words(.scope))?.asPredicate)
  }

  func draft(_ entries: EntryFields) -> ApplicationDraft {
    ApplicationDraft(
      name: entries.text(.name), redirectURIs: entries.words(.redirectURIs), scopes: entries.words(.scope))
  }
}

extension String {
  /// A sentence as what follows a label: `name: Give the application a name`.
  var asPredicate: String { "– \(hasSuffix(".") ? String(dropLast()) : self)" }
}
