import Testing

@testable import ViewModels

struct AddressTests {
  @Test(
    "What is written is read again",
    arguments: ["se", "se/stockholm", "se/stockholm/HANDSESS", "se/stockholm/HANDSESS@acme", "no@live"])
  func roundTrip(text: String) {
    #expect(Address(text)?.description == text)
  }

  @Test("Capitals and a slash at the end don't matter; an at sign may be in a profile's name")
  func tolerance() {
    #expect(Address("SE/Stockholm/") == Address(country: "se", city: "Stockholm"))
    #expect(Address("se@a@b")?.profile == "a@b")
  }

  @Test(
    "Anything else is no address",
    arguments: ["", "sweden", "s1", "/se", "se//x", "se/a/b/c", "se@", "@x", "help", "se /x"])
  func refusals(text: String) {
    #expect(Address(text) == nil)
  }

  @Test("A city's name has nothing in it that would part the address")
  func words() {
    #expect(Address.words(of: "Den Haag") == "den-haag" && Address.words(of: "A/B@C Ö") == "a-b-c-o")
  }
}
