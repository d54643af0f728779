extension BankFixture {
  static let netherlands: [BankFixture] = [
    .init("ABNANL2A", "ABN AMRO Bank N.V.", "Amsterdam"),
    .init("INGBNL2A", "ING", "Amsterdam"),
    .init("BUNQNL2A", "bunq", "Amsterdam"),
    .init("ADYBNL2A", "Adyen", "Amsterdam"),
    .init("MLLENL2A", "Mollie B.V.", "Amsterdam"),
    .init("RABONL2U", "Rabobank", "Utrecht"),
    .init("FVLBNL22", "Van Lanschot", "'s-Hertogenbosch"),
    .init("BNGHNL2G", "Bank Nederlandse Gemeenten", "Den Haag"),
    .init("NNBANL2G", "Nationale-Nederlanden Bank", "Den Haag"),
    .init("NWABNL2G", "Nederlandse Waterschapsbank", "Den Haag"),
    .init("DHBNNL2R", "Demir-Halk Bank", "Rotterdam"),
    .init("TRIONL2U", "Triodos Bank", "Driebergen-Rijsenburg"),
  ]

  static let belgium: [BankFixture] = [
    .init("GEBABEBB", "BNP Paribas Fortis", "Brussels"),
    .init("GKCCBEBB", "Belfius Bank", "Brussels"),
    .init("KREDBEBB", "KBC Bank", "Brussels"),
    .init("BBRUBEBB", "ING België", "Brussels"),
    .init("KEYTBEBB", "Arkéa Direct Bank (nom commercial / commerciële naam: Keytrade Bank)", "Brussels"),
    .init("CMCIBEB1CIC", "Crédit Industriel et Commercial - Succursale de Bruxelles", "Brussels"),
    .init("ARSPBE22", "Argenta Spaarbank (ASPA)", "Antwerpen"),
    .init("DELEBE22", "Delen Private Bank", "Antwerpen"),
    .init("VDSPBE91", "vdk bank", "Gent"),
    .init("EURBBE99", "Europabank", "Gent"),
    .init("CPHBBE75", "Banque CPH", "Tournai"),
  ]
}
