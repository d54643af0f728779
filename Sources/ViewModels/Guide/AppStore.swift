/// Where the authenticator app is to be had, by the guide.
public enum AppStore: Sendable, Hashable, CaseIterable {
  case apple, google

  public var title: String {
    switch self {
    case .apple: "App Store (iPhone)"
    case .google: "Google Play (Android)"
    }
  }

  public var code: QRCode {
    switch self {
    case .apple: .appStore
    case .google: .googlePlay
    }
  }
}
