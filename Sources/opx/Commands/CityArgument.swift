import ArgumentParser
import ExplorerStorage
import OpenPayments

/// A city as a person names it: by its id, or by its name.
struct CityArgument: Sendable, Hashable {
  let text: String

  init(_ text: String) throws {
    guard !text.isEmpty else { throw ValidationError("a city has a name or an id") }
    self.text = text
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

  /// A city's id that equals the text, else the id of the one city with this name, case and accents aside. A text that
  /// fits neither is taken for an id that the list doesn't have.
  ///
  /// - Throws: ``CommandFailure`` with the ids if several cities have the name, or if the one that has it came without.
  func id(among cities: [City]) throws(CommandFailure) -> String {
    if cities.contains(where: { $0.cityId == text }) { return text }
    let name = Self.folded(text)
    var seen: Set<String> = [""]
    let named = cities.filter { Self.folded($0.name) == name }
    let matches = named.filter { seen.insert($0.cityId).inserted }
    guard named.isEmpty || !matches.isEmpty else {
      throw CommandFailure(
        .unusableAnswer, "the platform sent no id for \"\(text)\", without which its ASPSPs can't be asked for")
    }
    guard matches.count > 1 else { return matches.first?.cityId ?? text }
    let list = matches.map { "\($0.cityId) (\($0.name))" }.joined(separator: ", ")
    throw CommandFailure(.usage, "several cities are called \"\(text)\": \(list); name one by its id")
  }

  private static func folded(_ text: String) -> String {
    String(TextFolding.folded(text).drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
