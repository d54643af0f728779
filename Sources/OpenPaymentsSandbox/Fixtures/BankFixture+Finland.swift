extension BankFixture {
  static let finland: [BankFixture] = [
    .init("NDEAFIHH", "Nordea Bank Finland", "Helsinki"),
    .init("OKOYFIHH", "OP Bank", "Helsinki"),
    .init("CITIFIHX", "Citibank International plc, Finland Branch", "Helsinki"),
    .init("DABAFIHH", "Danske Bank A/S, Finland Branch", "Helsinki"),
    .init("DNBAFIHX", "DNB NOR Bank ASA, Filial Finland", "Helsinki"),
    .init("ESSEFIHX", "Skandinaviska Enskilda Banken", "Helsinki"),
    .init("EVSEFIHH", "Fellow Bank", "Helsinki"),
    .init("HELSFIHH", "Aktia Bank p.l.c.", "Helsinki"),
    .init("HOLVFIHH", "Holvi Payment Services Ltd", "Helsinki"),
    .init("SBANFIHH", "S-Bank Ltd", "Helsinki"),
    .init("POPFFI22", "POP Bank and Bonum Bank", "Espoo"),
    .init("AABAFI22", "Bank of Åland plc", "Mariehamn"),
  ]
}
