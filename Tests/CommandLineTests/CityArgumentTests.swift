import OpenPayments
import Testing

@testable import opx

@Suite(.timeLimit(.minutes(2)))
struct CityArgumentTests {
  private let cities = [
    City(cityId: "37efa883-c8ad-4ff7-927b-b11b02beb923", name: "Stockholm"),
    City(cityId: "malmo", name: "Lund"),
    City(cityId: "c-1", name: "Malmö "),
    City(cityId: "c-2", name: "Åby"),
    City(cityId: "c-3", name: "aby"),
    City(cityId: "c-4", name: "Århus"),
    City(cityId: "c-4", name: "Aarhus"),
    City(cityId: "c-4", name: "Århus"),
  ]

  private struct LookedUp: Error {}

  @Test("a text shaped like a UUID is the id, and nothing is looked up")
  func uuid() async throws {
    let text = "37EFA883-c8ad-4ff7-927b-b11b02beb923"
    #expect(try await CityArgument(text).id { throw LookedUp() } == text)
  }

  @Test(
    "anything else is looked up",
    arguments: ["37efa883-c8ad-4ff7-927b-b11b02beb92", "Lund", "g7efa883-c8ad-4ff7-927b-b11b02beb923"])
  func lookUp(text: String) async throws {
    let argument = try CityArgument(text)
    await #expect(throws: LookedUp.self) { try await argument.id { throw LookedUp() } }
  }

  @Test("an exact id wins over a name")
  func exactID() throws {
    #expect(try CityArgument("malmo").id(among: cities) == "malmo")
  }

  @Test(
    "a name is found without its capitals, accents and outer blanks",
    arguments: [
      ("MALMÖ", "c-1"), ("Malmo\u{308}", "c-1"), (" malmö", "c-1"),
      ("stockholm", "37efa883-c8ad-4ff7-927b-b11b02beb923"),
      ("arhus", "c-4"),
    ])
  func name(text: String, id: String) throws {
    #expect(try CityArgument(text).id(among: cities) == id)
  }

  @Test("several ids of one name are all named, with status 64")
  func ambiguous() throws {
    let argument = try CityArgument("ABY")
    let failure = try #require(throws: CommandFailure.self) { try argument.id(among: cities) }
    #expect(failure.status == .usage)
    #expect(failure.message.contains("c-2") && failure.message.contains("c-3") && !failure.message.contains("c-4"))
  }

  @Test("a city without an id is not asked for, and one of its name that has an id is")
  func noID() throws {
    let without = [City(cityId: "", name: "Umeå"), City(cityId: "", name: "Umea")]
    let failure = try #require(throws: CommandFailure.self) { try CityArgument("umeå").id(among: without) }
    #expect(failure.status == .unusableAnswer && failure.message.contains("no id for \"umeå\""))
    #expect(try CityArgument("umeå").id(among: without + [City(cityId: "u", name: "UMEÅ")]) == "u")
  }

  @Test(
    "a text that fits nothing is told with the nearest names, or else with those that there are",
    arguments: [
      ("Stokholm", #"there is no city "Stokholm"; did you mean Stockholm?"#),
      ("sthlm", #"there is no city "sthlm"; did you mean Stockholm?"#),
      ("arus", #"there is no city "arus"; did you mean Århus or Aarhus?"#),
      ("Kiruna", #"there is no city "Kiruna"; there are Aarhus, Lund, Malmö , Stockholm, aby, Åby, Århus"#),
      ("c-5", #"there is no city "c-5"; there are Aarhus, Lund, Malmö , Stockholm, aby, Åby, Århus"#),
    ])
  func unknown(text: String, words: String) throws {
    let argument = try CityArgument(text)
    let failure = try #require(throws: CommandFailure.self) { try argument.id(among: cities) }
    #expect(failure == CommandFailure(.usage, words))
  }

  @Test("of many cities some are told, and how to see all; of none that there are none")
  func unknownAmongMany() throws {
    let argument = try CityArgument("Kiruna")
    let many = (100..<200).map { City(cityId: "\($0)", name: "\($0)") }
    let failure = try #require(throws: CommandFailure.self) { try argument.id(among: many) }
    #expect(failure.message.hasSuffix("118, 119 and 80 more, which opx cities lists"))
    let none = try #require(throws: CommandFailure.self) { try argument.id(among: []) }
    #expect(none.message == #"there is no city "Kiruna"; the platform lists none"#)
  }

  @Test("blanks around it don't count, and blanks alone are none")
  func blanks() throws {
    #expect(try CityArgument(" c-1\n").id(among: cities) == "c-1")
    for text in ["", " \t"] { #expect(throws: (any Error).self) { try CityArgument(text) } }
  }

  @Test("a hundred thousand cities of one name take no time to list")
  func many() throws {
    let cities = (0..<100_000).map { City(cityId: "id-\($0)", name: "Åby") }
    let argument = try CityArgument("aby")
    let failure = try #require(throws: CommandFailure.self) { try argument.id(among: cities) }
    #expect(failure.line.count < 2_100)
  }
}
