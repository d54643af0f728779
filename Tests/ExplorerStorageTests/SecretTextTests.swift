import ExplorerStorage
import OpenPayments
import Testing

struct SecretTextTests {
  private func secret(_ bytes: [UInt8]) throws(ConfigurationError) -> [UInt8] {
    Array(try SecretText.secret(in: bytes, of: "it").reveal().utf8)
  }

  @Test(
    "Every byte counts but a mark before it and one line end after it",
    arguments: [
      " a b ", "a\t", "\u{B}a\u{C}", "a\u{85}b", "a\u{2028}b", "e\u{301}", "\u{301}a", "a\u{FEFF}", "'\"\\",
      "\u{1B}[31m", "\u{200B}",
    ])
  func exact(text: String) throws {
    for mark in ["", "\u{FEFF}"] {
      for end in ["", "\n", "\r\n"] {
        #expect(
          try secret(Array("\(mark)\(text)\(end)".utf8)) == Array(text.utf8), "\((mark + text + end).debugDescription)")
      }
    }
  }

  @Test(
    "What may be something else is refused by name and not repeated",
    arguments: [
      ("", "it is empty"), ("\n", "it is empty"), ("\r\n", "it is empty"), ("\u{FEFF}", "it is empty"),
      ("\u{FEFF}\n", "it is empty"), ("\u{FEFF}\u{FEFF}s3cr3t", "two byte order marks"),
      ("s3c\nr3t", "more than one line"), ("s3cr3t\n\n", "more than one line"),
      ("\ns3cr3t", "more than one line"), ("s3cr3t\r\n\r\n", "more than one line"), ("s3c\rr3t", "carriage return"),
      ("s3cr3t\r", "carriage return"), ("s3cr3t\r\r\n", "carriage return"), ("s3cr\0t", "NUL"), ("s3cr3t\0\n", "NUL"),
      (String(repeating: "s3cr", count: 20_000), "more than"),
    ])
  func refused(text: String, reason: String) {
    let error = #expect(throws: ConfigurationError.self) { try secret(Array(text.utf8)) }
    #expect(
      error?.description.contains(reason) == true && error?.description.contains("s3c") == false, "\(error as Any)")
  }

  @Test("So is what is no UTF-8", arguments: [[0x73, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE, 0x73, 0]])
  func notText(bytes: [UInt8]) {
    #expect(throws: ConfigurationError.self) { try secret(bytes) }
  }
}
