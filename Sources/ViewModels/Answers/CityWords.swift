/// How each city of a country stands in an address: by its name, or by its id where another one is written the same.
struct CityWords {
  private let counts: [String: Int]
  private let ids: Set<String>

  init(_ cities: some Sequence<Row>) {
    counts = Dictionary(cities.map { (Address.words(of: $0.name), 1) }, uniquingKeysWith: +)
    ids = Set(cities.map(\.id))
  }

  func word(of city: Row) -> String {
    let word = Address.words(of: city.name)
    let isPlain = !word.isEmpty && counts[word] == 1 && (word == city.id || !ids.contains(word))
    return isPlain ? word : city.id
  }
}
