import ExplorerStorage

/// A place of the directory in a line that can be copied, typed and kept: `se/stockholm/HANDSESS@acme`.
public struct Address: Sendable, Hashable, CustomStringConvertible {
  /// ISO 3166-1 alpha-2, in capitals.
  public let country: String
  /// Its id or its name, as in ``words(of:)``.
  public let city: String?
  public let bicFi: String?
  /// The profile's name; nil for the one in use.
  public var profile: String?

  public init(country: String, city: String? = nil, bicFi: String? = nil, profile: String? = nil) {
    self.country = country.uppercased()
    self.city = city
    self.bicFi = city == nil ? nil : bicFi
    self.profile = profile
  }

  /// - Returns: nil for what doesn't begin with a country's two letters, or has empty or too many parts.
  public init?(_ text: String) {
    let sides = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    var parts = (sides.first ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1, parts.last == "" { parts.removeLast() }
    guard (1...3).contains(parts.count), !parts.contains(""), Self.isCountry(parts[0]),
      sides.count < 2 || !sides[1].isEmpty
    else { return nil }
    self.init(
      country: parts[0], city: parts.count > 1 ? Self.decoded(parts[1]) : nil,
      bicFi: parts.count > 2 ? Self.decoded(parts[2]) : nil,
      profile: sides.count > 1 ? String(sides[1]) : nil)
  }

  private static func isCountry(_ text: String) -> Bool {
    text.utf8.count == 2 && text.allSatisfy { $0.isASCII && $0.isLetter }
  }

  public var description: String {
    let place = [country.lowercased(), city.map(Self.encoded), bicFi.map(Self.encoded)].compactMap { $0 }
      .joined(separator: "/")
    return profile.map { "\(place)@\($0)" } ?? place
  }

  /// What would part an address is written as in URLs.
  private static let escapes = [("%", "%25"), ("/", "%2F"), ("@", "%40"), (" ", "%20")]

  private static func encoded(_ text: String) -> String {
    escapes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func decoded(_ text: String) -> String {
    escapes.reversed().reduce(text) { $0.replacing($1.1, with: $1.0) }
  }

  /// A city's name as it stands in an address: folded, with dashes for what would part it.
  static func words(of city: String) -> String {
    TextFolding.folded(city).map { $0.isWhitespace || "/@".contains($0) ? "-" : String($0) }.joined()
  }

  /// How an ASPSP stands in an address: by its BIC, or by its name if it has none.
  static func word(of aspsp: Row) -> String { aspsp.code.isEmpty ? words(of: aspsp.name) : aspsp.code }

  /// A city by its id, or else by its name.
  static func city(_ text: String, in cities: RowList) -> RowList.Index? {
    let word = words(of: text)
    return cities.firstIndex { $0.id == text } ?? cities.firstIndex { words(of: $0.name) == word }
  }

  /// An ASPSP by its BIC, or else by its name, which is all that some have.
  static func aspsp(_ text: String, in rows: RowList) -> RowList.Index? {
    rows.firstIndex { !$0.code.isEmpty && $0.code.uppercased() == text.uppercased() }
      ?? rows.firstIndex { words(of: $0.name) == words(of: text) }
  }
}
