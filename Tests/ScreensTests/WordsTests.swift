import ExplorerStorage
import Foundation
import HTTPTypes
import Testing

@testable import Screens

@Suite("Numbers and times as words")
struct WordsTests {
  @Test(
    "an age is told whatever it is",
    arguments: [
      (-1e300, "now"), (59, "now"), (60, "1 min"), (7200, "2 h"), (172_800, "2 d"), (.nan, "now"),
      (.infinity, "\(Int.max / 1440) d"),
      (1e300, "\(Int.max / 1440) d"),
    ] as [(TimeInterval, String)])
  func age(interval: TimeInterval, words: String) { #expect(Words.age(interval) == words) }

  @Test(
    "the time of day is one, also before 1970 and in years that no calendar has",
    arguments: [
      (0, "00:00:00"), (-1, "23:59:59"), (-86_400 * 365.0 * 60 + 3661, "01:01:01"), (253_402_300_799, "23:59:59"),
    ] as [(TimeInterval, String)])
  func timeOfDay(seconds: TimeInterval, words: String) {
    let date = Date(timeIntervalSince1970: seconds)
    #expect(Words.timeOfDay(date, .gmt, withSeconds: true) == words)
    #expect(Words.timeOfDay(date, .gmt) == words.prefix(5))
  }

  @Test("so is that of a moment out of all reach", arguments: [1e300, -1e300, .infinity, -.infinity])
  func outOfReach(seconds: TimeInterval) {
    let time = Words.timeOfDay(Date(timeIntervalSince1970: seconds), .gmt)
    #expect(time.count == 5 && time.prefix(2) < "24" && time.suffix(2) < "60")
  }

  @Test("a status has the reason phrase as it came, cut where a server sent a long one")
  func statuses() {
    #expect(Words.status(.init(code: 200)) == "200")
    #expect(Words.status(.init(code: 200, reasonPhrase: "Fine by me")) == "200 Fine by me")
    let long = Words.status(.init(code: 200, reasonPhrase: String(repeating: "x", count: 100_000)))
    #expect(long.count == 40 && long.hasSuffix("x…"))
  }
}
