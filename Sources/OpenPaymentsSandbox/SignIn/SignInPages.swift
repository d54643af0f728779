import HTTPTypes

/// What a user sees while signing in.
enum SignInPages {
  static func password(
    ticket: String, application: String, scopes: [Scope], problem: String? = nil
  ) -> HTMLPage {
    let alert = problem.map { "<p role=\"alert\">\(HTMLPage.escape($0))</p>\n" } ?? ""
    return HTMLPage(
      title: "Sign in",
      body: """
        <p><b>\(HTMLPage.escape(application))</b> asks for \(list(scopes)).</p>
        \(alert)<form method="post" action="/connect/signin">
        <input type="hidden" name="signin" value="\(HTMLPage.escape(ticket))">
        <label>Email <input name="email" type="email" autocomplete="username" required autofocus></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
        <button>Sign in</button>
        </form>
        """)
  }

  static func waiting(ticket: String, application: String, number: Int) -> HTMLPage {
    HTMLPage(
      title: "Approve the sign-in",
      body: """
        <p>Approve the sign-in to <b>\(HTMLPage.escape(application))</b> with your second factor, if it shows the \
        same number:</p>
        <p class="number">\(number)</p>
        <p>This page goes on by itself.</p>
        """,
      next: "/connect/signin/\(ticket)")
  }

  static func problem(_ text: String) -> HTMLPage {
    HTMLPage(title: "This sign-in cannot go on", body: "<p>\(HTMLPage.escape(text))</p>")
  }

  static let over = problem("It has ended, or has taken longer than five minutes. Start again from the application.")

  static func failure(_ error: SandboxFolderError) -> SandboxResponse {
    problem("The sandbox has a problem: \(error).").response(.internalServerError)
  }

  private static func list(_ scopes: [Scope]) -> String {
    scopes.map { HTMLPage.escape($0.rawValue) }.joined(separator: ", ")
  }
}
