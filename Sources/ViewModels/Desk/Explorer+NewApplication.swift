import ExplorerStorage
import OpenPayments
import PortalClient

extension Explorer {
  /// What can be done while a new application's secret is shown.
  mutating func runOnNewApplication(_ command: Command) -> [Effect]? {
    guard case .newApplication(var page) = overlay else { return nil }
    switch command {
    case .save: overlay = .entry(.profile(of: page, taken: Set(profiles.map(\.name))))
    case .copySecret:
      page.isKept = true
      overlay = .newApplication(page)
      return copy(Clipping(page.new.secret.reveal(), "the client secret", isSecret: true))
    case .copyIdentifier: return copy(Clipping(page.new.application.clientID, "the client id"))
    case .cancel, .quit, .interrupt:
      overlay = page.isKept ? nil : .question(Question(purpose: .dropSecret(page)))
    default: return nil
    }
    return []
  }
}
