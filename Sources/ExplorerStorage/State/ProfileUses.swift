public import FoundationEssentials
import JSONText
import OpenPayments

/// When each profile was used last, by name; for lists that begin with the most recent.
public struct ProfileUses: Sendable {
  private let file: StateFile

  /// - Parameter path: the file; it need not be there.
  public init(path: String) { file = StateFile(path: path) }

  public func read() -> [String: Date] { Self.dates(file.read()) }

  /// What can't be written is forgotten.
  public func note(_ name: String, at date: Date) {
    _ = file.change { members in
      var dates = Self.dates(members)
      dates[name] = date
      return dates.sorted { $0.key < $1.key }.map { name, date in
        .init(name, .integer(Int(clamping: date.timeIntervalSince1970)))
      }
    }
  }

  private static func dates(_ members: [(String, JSONValue)]) -> [String: Date] {
    let pairs = members.compactMap { name, value in
      Double(value.text).map { (name, Date(clampingSince1970: $0)) }
    }
    return Dictionary(pairs) { max($0, $1) }
  }
}

extension Paths {
  /// When each profile was used last.
  public var profileUses: String { "\(state)/profile-uses.json" }
}
