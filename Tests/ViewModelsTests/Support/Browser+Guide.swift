import ExplorerStorage
import OpenPayments
import PortalClient
import ViewModels

/// What a portal may hold.
enum PortalWorld {
  static let till = PortalApplication(
    clientID: "id-of-till", name: "Till", redirectURIs: ["http://localhost:8080/"],
    scopes: ["aspspinformation", "private", "openid", "email"])
  static let anna = PortalTestUser(id: "u1", email: "anna@example.com", name: "Anna")
  static let waiting = WaitingSignIn(id: "s1", application: "Till", email: "anna@example.com", number: 42)
  static let contents = Portal.Contents(applications: [till], testUsers: [anna])
  static let new = NewApplication(application: till, secret: Secret("shown+once/="))
  /// As which the application asks for tokens.
  static let profile = Profile(
    name: "till", environment: .builtInSandbox,
    application: Application(clientID: till.clientID, secret: .file("secrets/till")), dialect: .psd2)
}

extension Browser {
  /// One on the guide's page that knows what the portal holds.
  static func guided(
    _ contents: Portal.Contents = PortalWorld.contents, as profile: Profile = World.psd2
  ) -> Browser {
    var browser = Browser.withStored(PortalWorld.profile, Profiles.live, startingAs: profile)
    // What production asks first gets a no.
    if browser.context == .question { browser.press(.decline) }
    browser.press(.gettingStarted)
    browser.send(.guide(.portal(.read, .success(PortalOutcome(contents: contents)))))
    return browser
  }

  /// Goes into a step, to the item of this title.
  mutating func goToGuide(_ step: GuideStep, _ title: String = "") {
    send(.guidePointed(.step(step)))
    press(.open)
    guard let position = guideTitles.firstIndex(where: { $0.contains(title) }) else { return }
    if position != guide.cursor { send(.guidePointed(.item(position: position))) }
  }

  var guideTitles: [String] { guide.items.map { guideRow($0).title } }
  var guideMarks: String { guide.items.map { guideRow($0).mark }.joined() }
  var guideDetail: [String] { guideDetail(width: 60).map { $0.pieces.map(\.text).joined() } }
}
