import ExplorerStorage
public import FoundationEssentials
import OpenPayments

/// One of the guide's calls, in the order in which each needs the one before.
public enum GuideCall: Int, Sendable, Hashable, CaseIterable {
  case token, countries, cities, aspsps

  public enum State: Sendable, Equatable {
    case running(since: Date)
    case done(GuideAnswer)
    case failed(LoadFailure, lines: [Line])
  }

  /// The number in the guide, and what it asks for.
  public var title: String {
    switch self {
    case .token: "5.1 Get a token"
    case .countries: "5.2 Countries"
    case .cities: "5.3 Cities"
    case .aspsps: "5.4 ASPSPs"
    }
  }
}

/// One of the guide's calls with what it needs to know.
public enum GuideRequest: Sendable, Hashable {
  case token, countries
  case cities(isoCountryCode: String)
  case aspsps(CityPlace)

  public var call: GuideCall {
    switch self {
    case .token: .token
    case .countries: .countries
    case .cities: .cities
    case .aspsps: .aspsps
    }
  }
}

/// What one of the guide's calls brought.
public struct GuideAnswer: Sendable, Equatable {
  /// In a few words.
  public let summary: String
  public let inspection: Inspection
  /// The exchange, to be read beside the call.
  let lines: [Line]
  /// What the next call goes on with.
  let next: GuideRequest?

  /// Reads the whole body; made away from the screen's thread.
  public init(summary: String, inspection: Inspection, next: GuideRequest?) {
    self.summary = summary
    self.inspection = inspection
    self.next = next
    lines = inspection.transcript
  }
}
