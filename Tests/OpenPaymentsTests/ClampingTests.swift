import FoundationEssentials
import Testing

@testable import OpenPayments

@Suite("Numbers of files and servers")
struct ClampingTests {
  private static let numbers = [
    0, 1.5, -1.5, 1e15, 9.3e18, -9.3e18, 0x1p63, -0x1p63, 1e300, -1e300, .infinity, -.infinity, .nan,
    .leastNonzeroMagnitude,
  ]

  @Test("any number becomes a count, a duration and a moment that everything can be done with", arguments: numbers)
  func anything(number: Double) {
    let count = Int(clamping: number)
    if number.magnitude < 1e15 { #expect(count == Int(number)) } else { #expect((count < 0) == (number < 0)) }
    let duration = Duration.seconds(clamping: number)
    #expect((duration + duration + .seconds(1)) / .seconds(1) <= 1e12)
    let date = Date(clampingSince1970: number)
    #expect(date.timeIntervalSince1970.magnitude < 3e11)
    #expect(date.formatted(.iso8601).count == 20)
  }

  @Test("what is in reach stays as it is")
  func inReach() {
    #expect(Date(clampingSince1970: -1.25) == Date(timeIntervalSince1970: -1.25))
    #expect(Duration.seconds(clamping: -0.5) == .milliseconds(-500))
    #expect(Int(clamping: -0x1p63) == .min && Int(clamping: 0x1p63) == .max && Int(clamping: .nan) == 0)
    #expect(Date(clampingSince1970: 1e300).formatted(.iso8601).hasPrefix("9999-12-31"))
  }

  @Test("a stored token with odd times is not used, and not stumbled over", arguments: numbers)
  func storedToken(number: Double) {
    let time = TimeSource(now: { Date(timeIntervalSince1970: 1_800_000_000) }, elapsed: { .zero })
    for (issued, expires) in [(number, 1_800_000_060), (1_800_000_000, number), (number, number)] {
      let stored = StoredToken(
        value: Secret("t"), grantedScopes: nil, issuedAt: Date(timeIntervalSince1970: issued),
        expiresAt: Date(timeIntervalSince1970: expires))
      #expect(AccessToken(stored, by: time, margin: .seconds(60)) == nil)
    }
  }
}
