import ExplorerStorage
import OpenPayments
import PortalClient
import Testing

@testable import ViewModels

/// Applications and test users at the built-in sandbox's portal.
struct RegisteringTests {
  private func registering() -> Browser {
    var browser = Browser.guided(Portal.Contents())
    browser.goToGuide(.application, "Register")
    browser.press(.open)
    return browser
  }

  /// What the form holds once it has a name.
  private static let draft = ApplicationDraft(
    name: "Till", redirectURIs: ["http://localhost:8080/"],
    scopes: ["aspspinformation", "private", "openid", "email"])

  /// One that has just got the secret.
  private func registered() -> Browser {
    var browser = registering()
    browser.type("Till")
    browser.press(.save)
    let outcome = PortalOutcome(contents: .init(applications: [PortalWorld.till]), new: PortalWorld.new)
    browser.send(.guide(.portal(.register(Self.draft), .success(outcome))))
    return browser
  }

  @Test("The form says at once what the portal would not take")
  func checks() {
    var browser = registering()
    #expect(browser.form?[.name]?.problem == "– Give the application a name")
    browser.press(.save)
    #expect(browser.work.isEmpty && browser.form?.problem == "name – Give the application a name")
    browser.type("Till")
    browser.press(.nextField)
    browser.type(" http://till.example/")
    #expect(
      browser.form?[.redirectURIs]?.problem
        == "– http://till.example/: http is only for localhost, 127.0.0.1 and [::1]; use https")
    for _ in 0..<20 { browser.press(.eraseCharacter) }
    browser.type("https://till.example/")
    browser.press(.nextField)
    browser.type(" nothing")
    #expect(browser.form?[.scope]?.problem?.hasPrefix("– There is no scope “nothing”") == true)
    browser.press(.eraseWord, .save)
    let draft = ApplicationDraft(
      name: Self.draft.name, redirectURIs: Self.draft.redirectURIs + ["https://till.example/"],
      scopes: Self.draft.scopes)
    #expect(browser.work == [.guide(.portal(.register(draft)))] && browser.form?.isBusy == true)
  }

  @Test("What the portal refuses leads back to the field, and nothing typed is lost")
  func refusal() {
    var browser = registering()
    browser.type("Till")
    browser.press(.save)
    let error = PortalError("Bad scope.", problems: [.init(field: "scopes", text: "Bad scope.")])
    browser.send(.guide(.portal(.register(Self.draft), .failure(error))))
    #expect(browser.form?.cursor == .scope && browser.form?.problem == "Bad scope.")
    #expect(browser.form?.isBusy == false && browser.form?[.name]?.text == "Till")
  }

  @Test("A new secret is shown once, is not told again when it is copied, and is not left by mistake")
  func secret() {
    var browser = registered()
    #expect(browser.context == .newApplication)
    for command in [Command.cancel, .quit, .interrupt] {
      browser.press(command)
      #expect(browser.context == .question)
      browser.press(.decline)
    }
    #expect(browser.context == .newApplication)
    browser.press(.copySecret)
    let clipping = Clipping("shown+once/=", "the client secret", isSecret: true)
    #expect(browser.work == [.copying(.copy(clipping))])
    browser.send(.copying(.copied(clipping, .tool("wl-copy"))))
    #expect(browser.notice?.text == "Copied the client secret")
    browser.press(.copyIdentifier)
    #expect(browser.work == [.copying(.copy(Clipping("id-of-till", "the client id")))])
    browser.press(.quit)
    #expect(browser.context == .guide && browser.guide.item == .application(PortalWorld.till))
  }

  @Test("Saved as a profile it is of the built-in sandbox, in use at once, and one is back in the guide")
  func saving() {
    var browser = registered()
    browser.press(.save)
    #expect(browser.form?[.name]?.text == "till-2", "till is taken")
    browser.press(.cancel)
    #expect(browser.context == .newApplication, "leaving the form must not lose the secret")
    browser.press(.save, .save)
    let profile = Profile(
      name: "till-2", environment: .builtInSandbox,
      application: Application(clientID: "id-of-till", secret: .given(Secret("shown+once/="))), dialect: .psd2,
      scopes: ["aspspinformation", "private"])
    let change = ProfileChange.add(profile, secret: Secret("shown+once/="))
    #expect(browser.work == [.profiles(.change(change))])
    var kept = profile
    kept.application = Application(clientID: "id-of-till", secret: .file("secrets/till-2"))
    browser.send(.profilesChanged(change, .success(Profiles.list(kept))))
    #expect(browser.profile == kept && browser.context == .guide)
    #expect(browser.notice?.text == "till-2 is kept and in use.")
    #expect(browser.state(of: .application) == .done)
    #expect(browser.guideMarks == "+●++")
  }

  @Test("A secret arrives although its form was left; one that can't be saved stays in the form")
  func leaving() {
    var browser = registering()
    browser.type("Till")
    browser.press(.save, .cancel)
    #expect(browser.notice?.text == "It may be registered all the same.")
    let outcome = PortalOutcome(contents: .init(applications: [PortalWorld.till]), new: PortalWorld.new)
    browser.send(.guide(.portal(.register(Self.draft), .success(outcome))))
    #expect(browser.context == .newApplication)
    browser.press(.save, .save)
    guard case .profiles(.change(let change))? = browser.work.first else {
      Issue.record("nothing was saved")
      return
    }
    browser.send(.profilesChanged(change, .failure(ConfigurationError("disk full"))))
    #expect(browser.form?.problem == "Not saved: disk full")
    browser.press(.cancel)
    #expect(browser.context == .newApplication)
  }

  @Test("An application is deleted only after a yes")
  func removing() {
    var browser = Browser.guided()
    browser.goToGuide(.application, "Till")
    #expect(browser.offers(.deleteGuideItem))
    browser.press(.deleteGuideItem, .decline)
    #expect(browser.work.isEmpty && browser.context == .guide)
    browser.press(.deleteGuideItem, .confirm)
    #expect(browser.work == [.guide(.portal(.removeApplication(PortalWorld.till)))])
    browser.send(.guide(.portal(.removeApplication(PortalWorld.till), .success(.init(contents: .init())))))
    #expect(browser.guideTitles.count == 3)
    browser.press(.moveToTop, .deleteGuideItem)
    #expect(browser.notice?.text == "Nothing to delete here.")
  }

  @Test("Whoever has the secret of an application makes a profile of it; one without its application has that to do")
  func laterProfile() {
    var browser = Browser.guided()
    browser.goToGuide(.application, "Till")
    let other = PortalApplication(clientID: "id-2", name: "Shop", redirectURIs: [], scopes: ["openid"])
    browser.send(.guide(.portal(.read, .success(.init(contents: .init(applications: [other]))))))
    browser.goToGuide(.application, "Shop")
    browser.press(.open)
    #expect(browser.form?[.clientID]?.text == "id-2" && browser.form?[.name]?.text == "shop")
    #expect(browser.form?.firstProblem?.id == .secret)
    browser.press(.cancel)
    #expect(browser.context == .guide, "nothing was filled in by hand")
    browser = Browser.guided(as: PortalWorld.profile)
    #expect(browser.state(of: .application) == .done)
    browser.send(.guide(.portal(.read, .success(.init(contents: .init())))))
    #expect(browser.state(of: .application) == .open)
  }

  @Test("A portal that keeps nothing for later says so")
  func forgetful() {
    var browser = Browser.guided()
    browser.send(.guide(.portal(.read, .success(.init(contents: .init(), trouble: "read-only")))))
    let text = browser.guideText(width: 200).last?.pieces.first?.text
    #expect(text == "What is registered here is forgotten when opx ends: read-only.")
  }

  @Test("A test user's password is ticked rule by rule as it is typed")
  func testUser() {
    var browser = Browser.guided(Portal.Contents())
    browser.goToGuide(.testUser, "Create")
    browser.press(.open)
    func met() -> [Bool]? { browser.form?[.password]?.checks.map(\.isMet) }
    browser.type("anna@example")
    #expect(browser.form?[.email]?.problem == nil)
    browser.press(.nextField)
    #expect(met() == [false, false])
    browser.type("abc")
    #expect(met() == [true, false])
    browser.type("123")
    browser.press(.save)
    #expect(browser.work.isEmpty && browser.form?.problem == "password – The password needs at least four digits")
    browser.type("4")
    #expect(met() == [true, true])
    browser.press(.save)
    let draft = TestUserDraft(email: "anna@example", password: Secret("abc1234"))
    #expect(browser.work == [.guide(.portal(.addTestUser(draft)))])
    let user = PortalTestUser(id: "u2", email: "anna@example")
    browser.send(.guide(.portal(.addTestUser(draft), .success(.init(contents: .init(testUsers: [user]))))))
    #expect(browser.context == .guide && browser.guide.item == .testUser(user))
    browser.press(.deleteGuideItem, .decline)
    #expect(browser.work.isEmpty)
    browser.press(.deleteGuideItem, .confirm)
    #expect(browser.work == [.guide(.portal(.removeTestUser(user)))])
    let gone = PortalError("There is nothing at this path.", exchange: World.exchange(body: [], status: 404))
    browser.send(.guide(.portal(.removeTestUser(user), .failure(gone))))
    #expect(browser.notice?.text == "It is gone already." && browser.work == [.guide(.portal(.read))])
  }

  @Test(
    "What is pasted from the hosted portal is checked as it is pasted",
    arguments: [
      ("my id", "x", EntryField.ID.clientID, "has a blank in it: more than the id was pasted"),
      ("id", "a b", .secret, "has a blank in it: more than the secret was pasted"),
      ("id", "a\u{1B}[31m", .secret, "has a control character in it"),
      ("id", "••••", .secret, "is only the mask that hides it"), ("id", "id", .secret, "is the client id once more"),
      ("id", "", .secret, "is needed"), ("", "x", .clientID, "is needed"),
    ])
  func pasting(id: String, secret: String, field: EntryField.ID, problem: String) {
    var browser = Browser.guided()
    browser.goToGuide(.application, "Enter what")
    browser.press(.open)
    browser.type("hosted")
    browser.press(.nextField, .nextField)
    browser.send(.typed(id))
    browser.press(.nextField, .nextField)
    browser.send(.typed(secret))
    #expect(browser.form?[field]?.problem == problem)
    browser.press(.save)
    #expect(browser.work.isEmpty)
  }

  @Test("With good values it becomes a profile of today's hosted sandbox, in use at once")
  func pasted() {
    var browser = Browser.guided()
    browser.goToGuide(.application, "Enter what")
    browser.press(.open)
    browser.type("hosted")
    browser.press(.nextField, .nextField)
    browser.send(.typed(" 1b4e28ba "))
    browser.press(.nextField, .nextField)
    browser.send(.typed("s3cret="))
    browser.press(.save)
    guard case .profiles(.change(.add(let profile, let secret)))? = browser.work.first else {
      Issue.record("nothing was saved: \(browser.form?.problem ?? "")")
      return
    }
    #expect(profile.preset == .sandbox && profile.application?.clientID == "1b4e28ba" && secret == Secret("s3cret="))
    browser.send(.profilesChanged(.add(profile, secret: secret), .success(Profiles.list(profile))))
    #expect(browser.profile.name == "hosted" && browser.context == .guide)
  }
}
