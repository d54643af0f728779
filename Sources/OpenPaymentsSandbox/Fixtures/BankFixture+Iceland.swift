extension BankFixture {
  static let iceland: [BankFixture] = [
    .init("GLITISRE", "Íslandsbanki", "Kópavogur"),
    .init("ESJAISRE", "Arion banki", "Reykjavík"),
    .init("MPBAISRE", "Kvika", "Reykjavík"),
    .init("NBIIISRE", "Landsbankinn", "Reykjavík"),
  ]
}
