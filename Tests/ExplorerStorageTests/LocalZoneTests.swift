import ExplorerStorage
import Foundation
import Testing

struct LocalZoneTests {
  private let noon = Date(timeIntervalSince1970: 43_200)

  @Test(
    "clocks ahead of UTC show later times, and what they show names the moment", arguments: [0, 7200, -12_600, 86_400])
  func fixed(offset: Int) {
    let zone = LocalZone(secondsFromGMT: offset)
    #expect(zone.reading(noon) == noon + Double(offset))
    #expect(zone.moment(zone.reading(noon)) == noon)
  }

  @Test("the system's zone is what it is for the C library, for any date there can be")
  func system() {
    for seconds in [0, 1e9, 1.8e9, -1e11, 1e17, 1e300, .infinity] {
      let date = Date(timeIntervalSince1970: seconds)
      #expect(abs(LocalZone.current.reading(date).timeIntervalSince(date)) < 200_000 || seconds.isInfinite)
    }
    #expect(LocalZone.current.moment(LocalZone.current.reading(noon)) == noon)
  }
}
