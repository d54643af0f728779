import ExplorerStorage
import OpenPayments
import ViewModels

/// Stored profiles to try things with.
enum Profiles {
  static let acme = hosted("acme", .sandbox)
  static let beta = hosted("beta", .sandbox)
  static let live = hosted("live", .production)
  static let old = hosted("old", .sandbox2019)

  static func hosted(_ name: String, _ preset: Preset) -> Profile {
    Profile(
      name: name, environment: preset.environment ?? .builtInSandbox,
      application: Application(clientID: "id-of-\(name)", secret: .file("secrets/\(name)")), dialect: preset.dialect)
  }

  static func list(_ profiles: Profile...) -> ProfileList {
    var list = ProfileList()
    list.profiles = profiles
    return list
  }
}

extension Browser {
  /// One at ``World``'s places, with the stored profiles as well.
  static func withStored(_ profiles: Profile..., startingAs profile: Profile = World.psd2) -> Browser {
    var list = ProfileList()
    list.profiles = profiles
    var browser = Browser(profile, shelf: .init(own: [World.psd2, World.seed], stored: list))
    browser.answerAll()
    return browser
  }
}
