extension BankFixture {
  static let estonia: [BankFixture] = [
    .init("EEUHEE2X", "AS SEB Pank", "Tallinn"),
    .init("HABAEE2X", "Swedbank AS", "Tallinn"),
    .init("LHVBEE22", "AS LHV Pank", "Tallinn"),
    .init("EKRDEE22", "Coop Pank aktsiaselts", "Tallinn"),
    .init("BIGKEE2B", "Bigbank AS", "Tartu"),
  ]

  static let latvia: [BankFixture] = [
    .init("HABALV22", "Swedbank, AS", "Riga"),
    .init("UNLALV2X", "AS SEB banka", "Riga"),
    .init("PARXLV22", "Akciju sabiedrība Citadele banka", "Riga"),
    .init("RTMBLV2X", "Akciju sabiedrība Rietumu banka", "Riga"),
    .init("RIBRLV22", "Akciju sabiedrība Reģionālā investīciju banka", "Riga"),
  ]

  static let lithuania: [BankFixture] = [
    .init("CBVILT2X", "AB SEB bankas", "Vilnius"),
    .init("HABALT22", "Swedbank, AB", "Vilnius"),
    .init("RETBLT21", "Revolut Bank UAB", "Vilnius"),
    .init("MDBALT22", "UAB Medicinos bankas", "Vilnius"),
    .init("EVIULT2V", "Paysera LT, UAB", "Vilnius"),
    .init("UAMMLT21", "UAB Mobilieji mokėjimai", "Vilnius"),
  ]
}
