import ArgumentParser
import OpenPayments

/// A city as a person names it: by its id, or by its name.
struct CityArgument: Sendable, Hashable {
  /// Without blanks around it.
  let text: String

  init(_ text: String) throws {
    self.text = text.withoutOuterBlanks
    guard !self.text.isEmpty else { throw ValidationError("a city has a name or an id") }
  }

  /// Whether it can only be an id, so that no look-up is needed.
  var isID: Bool {
    text.wholeMatch(of: /[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/) != nil
  }

  /// The id to ask for.
  ///
  /// - Parameter cities: fetches the cities of the country; not called for an id.
  func id(cities: () async throws -> [City]) async throws -> String {
    isID ? text : try id(among: try await cities())
  }

  /// - Throws: ``CommandFailure`` if it is none of the cities, or several.
  func id(among cities: [City]) throws(CommandFailure) -> String {
    try NamedPlaces(
      places: cities.map { ($0.cityId, $0.name) }, noun: "city", plural: "cities", idWord: "id"
    ).id(of: text)
  }
}
