import Foundation
import Testing

@testable import OpenPaymentsSandbox

@Suite("Platform ids")
struct PlatformIDTests {
  @Test("A derived id is the UUID of version 5 of RFC 9562's own example")
  func derived() throws {
    let dns = try #require(UUID(uuidString: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
    #expect(PlatformID.derived("www.example.com", namespace: dns) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test("Ids stay the same from version to version")
  func stable() {
    #expect(PlatformID.country("SE") == "fa2b20bd-6148-318c-bfdf-a5782cd0b54b")
    #expect(PlatformID.city("Malmö", in: "SE") != PlatformID.city("Malmö", in: "DK"))
    #expect(PlatformID.country("FI") == "4759f8fb-ea4c-51c8-8a93-391f3f45c4db")
    #expect(PlatformID.city("Tromsø", in: "NO") == "c037546a-2b3e-56f5-8eb4-b26fcf378195")
    #expect(PlatformID.bank("SWEDSESS") == "5603ddf7-ff0c-5e76-921d-24384a359e99")
  }

  @Test("Only the shape of an id counts, not version or variant")
  func shape() {
    #expect(PlatformID.isWellFormed("bb97dd78-835c-9922-e700-a8b5b3f5cbba"))
    #expect(PlatformID.isWellFormed("BB97DD78-835C-9922-E700-A8B5B3F5CBBA"))
    for text in [
      "", "-", "----", "bb97dd78835c9922e700a8b5b3f5cbba", "bb97dd78-835c-9922-e700-a8b5b3f5cbb",
      "gb97dd78-835c-9922-e700-a8b5b3f5cbba", "{bb97dd78-835c-9922-e700-a8b5b3f5cbba}",
      "bb97dd78-835c-9922-e700-a8b5b3f5cbba-", "éb97dd7-835c-9922-e700-a8b5b3f5cbba",
    ] {
      #expect(!PlatformID.isWellFormed(text), "\(text)")
    }
  }
}
