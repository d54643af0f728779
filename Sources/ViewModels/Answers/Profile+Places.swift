public import ExplorerStorage
import OpenPayments

extension Profile {
  /// Where calls of the API go, for people: nil for the sandbox inside this program.
  public var destination: String? {
    guard case .hosts(let auth, let api) = environment else { return nil }
    return (api ?? auth).description
  }

  /// What its API's address has before the platform's own paths.
  var basePath: String {
    guard case .hosts(let auth, let api) = environment else { return "" }
    return (api ?? auth).path
  }
}
