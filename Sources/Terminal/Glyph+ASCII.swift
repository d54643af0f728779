extension Glyph {
  /// The ASCII character that comes nearest, for fonts and locales that have no others; `?` where none does.
  public var ascii: Glyph {
    guard base >= 0x7F else { return Unicode.Scalar(base).map { Glyph($0) } ?? self }
    switch base {
    case 0x2500, 0x2550, 0x2010...0x2015, 0x2212: return Glyph("-")
    case 0x2501: return Glyph("=")
    case 0x2502, 0x2503, 0x2551: return Glyph(base == 0x2503 ? "#" : "|")
    case 0x2504...0x254F, 0x2552...0x257F: return Glyph("+")
    // Blocks, of which codes to be scanned and marks of rows are made.
    case 0x2588, 0x2580, 0x2584, 0x2592, 0x2593: return Glyph("#")
    case 0x258C: return Glyph(">")
    case 0x2581...0x259F: return Glyph(":")
    case 0x2400...0x241F: return Glyph("^")
    default:
      guard let scalar = Unicode.Scalar(base), let plain = Self.plain[scalar] else { return Glyph("?") }
      return Glyph(plain)
    }
  }

  /// Symbols of our own, and the letters of Europe without their marks.
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
    let words = [
      "~…", "*●◆•✱", "o○◌◦", "xX✗✘×", "v▾▼✓✔↓", ">▸►›→»", "<‹←«", "^▴▲↑", "!⚠", "$€", "'‘’‚′", "\"“”„″", ".·",
      " \u{A0}",
      "AÀÁÂÃÄÅĀĂĄÆ", "aàáâãäåāăąæª", "CÇĆĈĊČ", "cçćĉċč", "DĎĐÐ", "dďđð", "EÈÉÊËĒĔĖĘĚ", "eèéêëēĕėęě", "GĜĞĠĢ", "gĝğġģ",
      "HĤĦ", "hĥħ", "IÌÍÎÏĨĪĬĮİ", "iìíîïĩīĭįı", "JĴ", "jĵ", "KĶ", "kķĸ", "LĹĻĽĿŁ", "lĺļľŀł", "NÑŃŅŇŊ", "nñńņňŉŋ",
      "OÒÓÔÕÖØŌŎŐŒ", "oòóôõöøōŏőœº", "RŔŖŘ", "rŕŗř", "SŚŜŞŠȘ", "sśŝşšșß", "TŢŤŦȚ", "tţťŧț", "UÙÚÛÜŨŪŬŮŰŲ",
      "uùúûüũūŭůűųµ",
      "WŴ", "wŵ", "YÝŶŸ", "yýÿŷ", "ZŹŻŽ", "zźżž", "PÞ", "pþ",
    ]
    var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
    for word in words {
      guard let first = word.unicodeScalars.first else { continue }
      for scalar in word.unicodeScalars.dropFirst() { plain[scalar] = first }
    }
    return plain
  }()
}
