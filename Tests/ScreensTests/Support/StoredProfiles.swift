import ExplorerStorage
import OpenPayments

/// Profiles as a file may describe them.
enum StoredProfiles {
  static let acme = Profile(
    name: "acme", environment: Preset.sandbox.environment ?? .builtInSandbox,
    application: Application(
      clientID: "5c0f1ac9-8f2e-4f0c-9a51-6d1f0e4a77b2", secret: .file("/home/me/.config/opx/secrets/acme")),
    dialect: .psd2, accent: .green, notes: "the shop's, asked for in May")
  static let live = Profile(
    name: "acme-live", environment: Preset.production.environment ?? .builtInSandbox,
    application: Application(
      clientID: "b1e0c3d2-7a64-4a0e-8a3b-0b7f3a3c9d10",
      secret: .command(["secret-tool", "lookup", "service", "opx", "account", "acme"])),
    dialect: .psd2, scopes: ["aspspinformation", "corporate"],
    certificate: CertificateSource(file: "/home/me/acme.p12"), accent: .magenta)

  static var list: ProfileList {
    var list = ProfileList()
    list.profiles = [acme, live]
    return list
  }
}
