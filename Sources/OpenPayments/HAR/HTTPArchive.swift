import FoundationEssentials
import HTTPTypes
import JSONText

/// Exchanges as an HTTP archive, HAR 1.2: the form in which browsers and proxies keep and read calls.
///
/// Every exchange becomes an entry, and so do the token calls and the tries that came before it: in the order of time, each
/// once. Secrets are in none of them. They were masked when the exchanges were recorded, so there is no way to write them;
/// what carries a secret by its name, such as `Authorization`, `Cookie` or `client_secret`, is masked once more.
public struct HTTPArchive: Sendable {
  /// The program that wrote an archive.
  public struct Creator: Sendable, Hashable {
    /// What it is called.
    public let name: String
    /// Which of its versions.
    public let version: String

    /// A program by name and version.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// What became an entry, in order.
  public let exchanges: [Exchange]
  private let creator: Creator

  /// - Parameter exchanges: in any order. Of two with one id the one with more of its body is taken.
  public init(_ exchanges: [Exchange], creator: Creator) {
    self.creator = creator
    let all = exchanges.flatMap { exchange in
      (exchange.earlierTries + [exchange]).flatMap { call in
        (call.tokenExchange.map { $0.earlierTries + [$0] } ?? []) + [call]
      }
    }
    let best = Dictionary(all.map { ($0.id, $0) }) { $0.body.count >= $1.body.count ? $0 : $1 }
    var seen: Set<UUID> = []
    let once = all.filter { seen.insert($0.id).inserted }.compactMap { best[$0.id] }
    self.exchanges = once.sorted { $0.startedAt < $1.startedAt }
  }

  /// The archive as a JSON text.
  public func utf8() -> [UInt8] { pieces.reduce(into: []) { $0 += $1 } }

  /// The same, an exchange at a time: for an archive whose text is better not held in memory as a whole.
  public var pieces: some Sequence<[UInt8]> {
    let text = HTTPArchiveText(creator)
    return (0...exchanges.count).lazy.map { position in
      position < exchanges.count ? text.entry(exchanges[position], at: position) : text.end(after: position)
    }
  }
}
