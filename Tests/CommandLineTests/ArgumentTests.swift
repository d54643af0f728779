import Testing

@testable import opx

struct ArgumentTests {
  @Test("a country is two letters, sent in capitals, or a name")
  func country() throws {
    #expect(try CountryArgument("se").code == "SE")
    #expect(try CountryArgument(" Se\t").code == "SE")
    #expect(try CountryArgument("Sweden").code == nil)
    for text in ["", "S", "SWE", "S1", "ÅÄ", "S/", "ſe"] {
      #expect(throws: (any Error).self, "\(text)") { try CountryArgument(text) }
    }
  }

  @Test("a BIC has the documented form, sent in capitals")
  func bic() throws {
    #expect(try BICArgument("handsess").code == "HANDSESS")
    #expect(try BICArgument("HANDSESSXXX").code == "HANDSESSXXX")
    for text in [
      "", "HANDSES", "HANDSESSX", "HANDSESSXX", "HANDSESSXXXX", "HANDSE0S", "HANDSESO", "../../..", "ßANDSESS",
    ] {
      #expect(throws: (any Error).self, "\(text)") { try BICArgument(text) }
    }
  }

  @Test("an option's text is checked where it is given")
  func options() throws {
    #expect(try OptionText.dialect("SEED") == "seed")
    #expect(try OptionText.seconds("0.5") == "0.5")
    #expect(try OptionText.address("http://other.example") == "http://other.example")
    for text in ["", "0", "-1", "nan", "inf", "1e9", "ten"] {
      #expect(throws: (any Error).self, "\(text)") { try OptionText.seconds(text) }
    }
    for text in ["", "example", "ftp://x.example", "https://x.example?a=b", "https://"] {
      #expect(throws: (any Error).self, "\(text)") { try OptionText.address(text) }
    }
    #expect(throws: (any Error).self) { try OptionText.dialect("psd3") }
    #expect(throws: (any Error).self) { try OptionText.nonEmpty("") }
  }
}
