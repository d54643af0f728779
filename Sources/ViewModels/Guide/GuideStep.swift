/// A step of the platform's own guide, "Getting started with the API and ASPSP".
public enum GuideStep: Int, Sendable, Hashable, CaseIterable {
  case application, testUser, authenticator, strongAuthentication, integrate

  public var number: Int { rawValue + 1 }

  public var title: String {
    switch self {
    case .application: "Create an application"
    case .testUser: "Create a test user"
    case .authenticator: "Authenticator app"
    case .strongAuthentication: "Strong authentication"
    case .integrate: "Integrate"
    }
  }

  /// How a step stands.
  public enum State: Sendable, Hashable {
    case open, done
    /// Nothing can be known of it from here.
    case unknown
    /// Not for what is in use.
    case notNeeded
  }

  /// What the step is about.
  var text: String {
    switch self {
    case .application:
      """
      An application has a client id and a secret, with which your program asks for tokens. Register one in the sandbox \
      inside this program, or at the platform's portal and enter here what it shows you.
      """
    case .testUser:
      """
      Test users sign in to the sandbox's banks in place of customers. Each needs an email of its own, which need not be \
      real, and a password with at least three letters and four digits. Take note of both.
      """
    case .authenticator:
      """
      The hosted sandbox asks its test users to approve each sign-in in this app: install it and log in as your test \
      user. The sandbox inside this program needs no app; what waits for approval is listed in step 4.
      """
    case .strongAuthentication:
      """
      PSD2's technical standards (RTS) have every customer identify with two factors before anybody sees accounts or \
      makes payments: strong customer authentication (SCA). The bank or the platform asks for it, the customer approves, \
      and your application only waits. Calls with client credentials alone, as for banks, need none.
      """
    case .integrate:
      """
      The guide's four calls, one after the other, as the profile in use. Each shows what went over the wire.
      """
    }
  }
}
