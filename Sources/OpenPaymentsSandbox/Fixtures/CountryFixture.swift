/// A country with its banks.
struct CountryFixture: Sendable {
  let isoCountryCode: String
  let name: String
  let banks: [BankFixture]

  init(_ isoCountryCode: String, _ name: String, _ banks: [BankFixture]) {
    self.isoCountryCode = isoCountryCode
    self.name = name
    self.banks = banks
  }

  /// The countries that the platform's documents name come first.
  static let all: [CountryFixture] = [
    .init("SE", "Sweden", BankFixture.sweden),
    .init("FI", "Finland", BankFixture.finland),
    .init("DE", "Germany", BankFixture.germany),
    .init("DK", "Denmark", BankFixture.denmark),
    .init("NO", "Norway", BankFixture.norway),
    .init("IS", "Iceland", BankFixture.iceland),
    .init("AT", "Austria", BankFixture.austria),
    .init("NL", "Netherlands", BankFixture.netherlands),
    .init("BE", "Belgium", BankFixture.belgium),
    .init("PL", "Poland", BankFixture.poland),
    .init("EE", "Estonia", BankFixture.estonia),
    .init("LV", "Latvia", BankFixture.latvia),
    .init("LT", "Lithuania", BankFixture.lithuania),
  ]
}
