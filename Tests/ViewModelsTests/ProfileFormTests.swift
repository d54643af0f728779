import ExplorerStorage
import OpenPayments
import Testing

@testable import ViewModels

struct ProfileFormTests {
  private func fill(_ form: inout EntryForm, _ id: EntryField.ID, _ text: String) {
    form.move(to: id)
    form.edit { $0.eraseAll() }
    form.edit { $0.insert(text) }
  }

  private func choose(_ form: inout EntryForm, _ id: EntryField.ID, _ position: Int) {
    form.move(to: id)
    for _ in 0..<20 where form[id]?.selected != position { form.moveSideways(.cursorRight) }
  }

  private func choose(_ form: inout EntryForm, _ preset: Preset) throws {
    choose(&form, .environment, try #require(Preset.allCases.firstIndex(of: preset)))
  }

  @Test("A hosted sandbox takes a name, an id and a secret; what is missing is said at once")
  func hosted() throws {
    var form = EntryForm.profile(isNew: true)
    #expect(form.profile == nil && form.firstProblem?.id == .name)
    fill(&form, .name, "acme")
    fill(&form, .clientID, " 0d4f ")
    fill(&form, .secret, "s3cr3t+/=\u{20}")
    let (profile, secret) = try #require(form.profile)
    #expect(profile.preset == .sandbox && profile.dialect == .psd2 && profile.name == "acme")
    #expect(profile.application?.clientID == "0d4f", "a paste's blanks are no part of it")
    #expect(secret?.reveal() == "s3cr3t+/=")
    #expect(profile.scopes == Dialect.psd2.defaultScopes)
  }

  @Test("A letter turns a choice to what begins with it, and on to the next one")
  func typedChoice() {
    var form = EntryForm.profile(isNew: true)
    form.move(to: .environment)
    var titles: [String] = []
    for letter in ["h", "h", "p", "z"] {
      form.type(letter)
      titles.append(form[.environment]?.text ?? "")
    }
    #expect(titles == ["Hosted sandbox of 2019 (historical)", "Hosts of your own", "Production", "Production"])
  }

  @Test("Leaving it goes back to the list, at the profile that was not changed")
  func leaving() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles, .moveToBottom, .editProfile)
    browser.type("x")
    browser.press(.cancel, .nextField, .cancel)
    #expect(browser.context == .entry && browser.notice?.text == "cancel again drops what was filled in.")
    browser.press(.cancel)
    #expect(browser.context == .profiles && browser.notice?.text == "Not saved.")
    guard let switcher = browser.switcher else {
      Issue.record("the list is gone")
      return
    }
    #expect(switcher.selected == Profiles.acme)
  }

  @Test("Only what applies is asked: hosts of one's own, and the source that is chosen")
  func shown() throws {
    var form = EntryForm.profile(isNew: true)
    #expect(form.fields.map(\.id).contains(.secret) && !form.fields.map(\.id).contains(.authURL))
    try choose(&form, .custom)
    #expect(form.fields.map(\.id).contains(.authURL) && form.fields.map(\.id).contains(.dialect))
    fill(&form, .authURL, "http://auth.example")
    #expect(form[.authURL]?.problem?.contains("plain http") == true)
    fill(&form, .authURL, "https://auth.example")
    #expect(form[.authURL]?.problem == nil)
    for (place, id) in [EntryField.ID.secret, .secretFile, .secretVariable, .secretCommand].enumerated() {
      choose(&form, .secretSource, place)
      let shown = form.fields.map(\.id).filter { [.secret, .secretFile, .secretVariable, .secretCommand].contains($0) }
      #expect(shown == [id])
    }
    try choose(&form, .builtInSandbox)
    #expect(!form.fields.map(\.id).contains(.secretSource), "the sandbox's own application has its secret")
    fill(&form, .clientID, "own")
    #expect(form.fields.map(\.id).contains(.secretSource))
  }

  @Test("The historical preset speaks the dialect of its time, and warns")
  func historical() throws {
    var form = EntryForm.profile(isNew: true)
    try choose(&form, .sandbox2019)
    #expect(form[.scope]?.hint == "empty: \(Dialect.seed.defaultScopes.joined(separator: " "))")
    fill(&form, .name, "old")
    fill(&form, .clientID, "id")
    fill(&form, .secret, "x")
    #expect(form[.environment]?.hint.contains("changed hands") == true)
    #expect(form.profile?.profile.dialect == .seed)
  }

  @Test("A command is kept as its words")
  func command() throws {
    var form = EntryForm.profile(isNew: true)
    fill(&form, .name, "acme")
    fill(&form, .clientID, "id")
    choose(&form, .secretSource, 3)
    fill(&form, .secretCommand, "secret-tool lookup 'my service' \"a b\"")
    #expect(form.profile?.profile.application?.secret == .command(["secret-tool", "lookup", "my service", "a b"]))
    fill(&form, .secretCommand, "pass 'open")
    #expect(form[.secretCommand]?.problem == "has a quote that doesn't end")
  }

  @Test("Editing begins with what there is, and an empty secret stays as it is")
  func editing() throws {
    let acme = Profiles.acme
    let form = EntryForm.profile(acme, isNew: false)
    let (profile, secret) = try #require(form.profile)
    #expect(profile == acme && secret == nil)
    #expect(form.replaced == acme)
  }

  @Test("Plain http that was allowed stays allowed; where it is typed it has to be, and what it means is said")
  func plainHTTP() throws {
    let hosts = Profile.Environment.hosts(
      auth: try BaseURL("http://auth.test:8080", allowPlainHTTP: true), api: try BaseURL("https://api.test"))
    var plain = Profiles.acme
    plain.environment = hosts
    var form = EntryForm.profile(plain, isNew: false)
    fill(&form, .notes, "x")
    plain.notes = "x"
    #expect(form.profile?.profile == plain)
    #expect(form[.plainHTTP]?.hint.contains("reads the client secret and the tokens") == true)
    choose(&form, .plainHTTP, 0)
    #expect(form.profile == nil && form[.authURL]?.problem?.hasSuffix("use https, or allow it below") == true)
    fill(&form, .authURL, "https://auth.test")
    #expect(!form.fields.map(\.id).contains(.plainHTTP) && form.profile != nil)
    var new = EntryForm.profile(isNew: true)
    try choose(&new, .custom)
    for (id, text) in [(EntryField.ID.name, "plain"), (.clientID, "id"), (.secret, "s"), (.apiURL, "http://api.test")] {
      fill(&new, id, text)
    }
    fill(&new, .authURL, "http://localhost:8080")
    #expect(new.fields.map(\.id).contains(.plainHTTP) && new[.authURL]?.problem == nil && new.profile == nil)
    choose(&new, .plainHTTP, 1)
    #expect(new.profile?.profile.destination == "http://api.test")
  }

  @Test("A copy has a name of its own, and takes along a secret that only this run has")
  func copy() throws {
    var given = Profiles.acme
    given.name = Profile.environmentName
    given.application?.secret = .given(Secret("s3cr3t"))
    let form = EntryForm.profile(given, isNew: true)
    let (profile, secret) = try #require(form.profile)
    #expect(profile.name == "environment-copy" && secret?.reveal() == "s3cr3t")
  }

  @Test(
    "Names that can't be, say why", arguments: ["", "sandbox", "-x", "a b", "ä", String(repeating: "a", count: 65)])
  func names(name: String) {
    var form = EntryForm.profile(isNew: true)
    fill(&form, .name, name)
    #expect(form[.name]?.problem != nil)
  }

  @Test("A reveal ends when one goes on to the next field")
  func reveal() {
    var form = EntryForm.profile(isNew: true)
    form.move(to: .secret)
    press(.reveal, in: &form)
    #expect(form.isRevealed)
    press(.nextField, in: &form)
    #expect(!form.isRevealed)
  }

  @Test(
    "Words survive being joined and split",
    arguments: [
      ["a"], ["a b", "c'd", "\"", "\\", ""], ["x\\ y"], ["x'\u{301} y", "\u{301}", " \u{301}z", "\\\u{301}"],
    ])
  func words(words: [String]) { #expect(CommandWords.split(CommandWords.join(words)) == words) }

  private func press(_ command: Command, in form: inout EntryForm) {
    _ = form.run(command, in: Browser().world)
  }
}
