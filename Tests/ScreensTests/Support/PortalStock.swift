import FoundationEssentials
import OpenPayments
import PortalClient

/// What the sandbox's portal holds in pictures.
enum PortalStock {
  static let till = PortalApplication(
    clientID: "949f82f3-7515-4012-a45f-c3d338df4dce", name: "Till", redirectURIs: ["http://localhost:8080/"],
    scopes: ["aspspinformation", "private", "openid", "email"])
  static let contents = Portal.Contents(
    applications: [till], testUsers: [PortalTestUser(id: "1", email: "anna@example.com", name: "Anna Öberg")])
  static let new = NewApplication(application: till, secret: Secret("bm90IGEgc2VjcmV0LCBidXQgYXMgbG9uZyBhcyBvbmU="))
  static let draft = ApplicationDraft(name: till.name, redirectURIs: till.redirectURIs, scopes: till.scopes)
  static let waiting = WaitingSignIn(id: "1", application: "Till", email: "anna@example.com", number: 42)
}
