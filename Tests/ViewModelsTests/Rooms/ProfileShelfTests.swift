import ExplorerStorage
import OpenPayments
import Testing

@testable import ViewModels

/// The tags by which the news of profiles are known.
struct ProfileShelfTests {
  private let acme = Profiles.acme
  private let beta = Profiles.beta

  private func shelf() -> ProfileShelf {
    ProfileShelf(own: [World.psd2], stored: Profiles.list(acme, beta), uses: ["acme": World.start])
  }

  private func changed(_ change: (inout Profile) -> Void) -> Profile {
    var profile = acme
    change(&profile)
    return profile
  }

  @Test("Each profile has a tag of its own, by which it is found")
  func own() throws {
    let shelf = shelf()
    let tags = shelf.all.compactMap { shelf.tag(of: $0) }
    #expect(Set(tags).count == 3 && tags.map { shelf.profile($0) } == shelf.all)
    #expect(shelf.tag(of: Profiles.live) == nil && shelf.profile(.unknown) == nil)
  }

  @Test("A tag survives another name, and what is known by name goes with it")
  func renaming() {
    var shelf = shelf()
    let tag = shelf.tag(of: acme)
    let renamed = changed { $0.name = "new" }
    shelf.take(Profiles.list(renamed, beta), after: .replace(name: "acme", with: renamed, secret: nil))
    #expect(shelf.tag(of: renamed) == tag && shelf.tag(of: acme) == nil)
    #expect(shelf.uses == ["new": World.start])
  }

  @Test("Without the word that it is a new name it is another profile")
  func strange() {
    var shelf = shelf()
    let before = shelf.all.map { shelf.tag(of: $0) }
    let renamed = changed { $0.name = "new" }
    shelf.take(Profiles.list(renamed, beta), after: nil)
    #expect(!before.contains(shelf.tag(of: renamed)) && shelf.tag(of: beta) == before[2])
  }

  @Test("A note or a colour changes no tag")
  func looks() {
    var shelf = shelf()
    let tag = shelf.tag(of: acme)
    shelf.take(Profiles.list(changed { ($0.notes, $0.accent) = ("mine", Accent.allCases.first) }, beta), after: nil)
    #expect(shelf.tag(of: acme) == tag)
  }

  @Test("Another host, dialect, client, secret or scope brings a new tag, and no other profile's")
  func facts() {
    let changes: [(inout Profile) -> Void] = [
      { $0.environment = .builtInSandbox }, { $0.dialect = .seed }, { $0.scopes = ["other"] },
      { $0.application = Application(clientID: "other", secret: .file("secrets/acme")) },
      { $0.application = Application(clientID: "id-of-acme", secret: .variable("ACME")) },
    ]
    for change in changes {
      var shelf = shelf()
      let before = shelf.all.map { shelf.tag(of: $0) }
      let other = changed(change)
      shelf.take(Profiles.list(other, beta), after: .replace(name: "acme", with: other, secret: nil))
      #expect(shelf.tag(of: other) != nil && !before.contains(shelf.tag(of: other)))
      #expect(shelf.tag(of: beta) == before[2] && shelf.tag(of: World.psd2) == before[0])
    }
  }

  @Test("One that was deleted and comes back is a new one")
  func deleting() {
    var shelf = shelf()
    let before = shelf.tag(of: acme)
    shelf.take(Profiles.list(beta), after: .remove(name: "acme"))
    #expect(shelf.tag(of: acme) == nil && before.flatMap { shelf.profile($0) } == nil)
    shelf.take(Profiles.list(acme, beta), after: nil)
    #expect(shelf.tag(of: acme) != nil && shelf.tag(of: acme) != before)
  }

  @Test("The one in use comes first, then the one used last; the one before it is not the one in use")
  func recent() {
    let shelf = shelf()
    #expect(shelf.recentFirst(current: beta).map(\.name) == ["beta", "acme", "sandbox"])
    #expect(shelf.previous(to: beta)?.name == "acme" && shelf.previous(to: acme) == nil)
  }
}
