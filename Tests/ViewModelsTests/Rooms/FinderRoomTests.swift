import FoundationEssentials
import OpenPayments
import Testing

@testable import ViewModels

/// The finder over a directory, without anybody who goes anywhere.
struct FinderRoomTests {
  private let world = ViewModels.World.of()

  private func directory(banks: Int? = nil) -> Directory {
    var directory = Directory()
    let place = World.place("SE", "Stockholm")
    for key in [LoadKey.countries, .cities(isoCountryCode: "SE"), .aspsps(place)] {
      directory.finish(key, World.outcome(of: key))
    }
    if let banks {
      let many = (0..<banks).map { ASPSP(bicFi: "BANK\($0)", name: "Bank \($0)") }
      directory.finish(.aspsps(place), .aspsps(World.loaded(many, "[]")))
    }
    return directory
  }

  private func opened(_ directory: Directory) -> (Finder, Finder.Turn) {
    var finder = Finder()
    finder.open(world.viewport)
    let turn = finder.refresh(from: directory, near: nil, isComingIn: false, at: world.now)
    return (finder, turn)
  }

  @Test("What is known of a small directory is there at once, and what is found is gone to")
  func finding() {
    var (finder, turn) = opened(directory())
    #expect(turn.isQuiet && finder.count == 9 && !finder.isPreparing)
    _ = finder.edit { $0.insert("swedbank") }
    guard case .go(let address)? = finder.run(.jump, in: world)?.outcomes.first else {
      Issue.record("It leads nowhere.")
      return
    }
    #expect(address.bicFi == "SWEDSESS" && address.country == "SE")
  }

  @Test("A large one is gathered elsewhere; only what was asked for last is taken")
  func gathering() throws {
    var (finder, turn) = opened(directory(banks: 2001))
    guard case .gather(let first)? = turn.work.first else {
      Issue.record("Nothing is gathered.")
      return
    }
    #expect(finder.isPreparing)
    turn = finder.refresh(from: directory(banks: 2002), near: nil, isComingIn: false, at: world.now)
    guard case .gather(let second)? = turn.work.first else {
      Issue.record("Nothing is gathered anew.")
      return
    }
    finder.take(.gathered(first, try #require(first.run())), at: world.now)
    #expect(finder.isPreparing)
    finder.take(.gathered(second, try #require(second.run())), at: world.now)
    #expect(!finder.isPreparing && finder.count == 2008)
  }

  @Test("What comes after it was left is dropped, and what was gathered is let go")
  func leaving() throws {
    var (finder, turn) = opened(directory(banks: 2001))
    guard case .gather(let job)? = turn.work.first else {
      Issue.record("Nothing is gathered.")
      return
    }
    #expect(finder.leave().work.count == 1)
    finder.take(.gathered(job, try #require(job.run())), at: world.now)
    #expect(finder.count == 0)
  }

  @Test("Somebody who is faster than the gathering gets the place all the same")
  func fast() {
    var (finder, _) = opened(directory(banks: 2001))
    _ = finder.edit { $0.insert("sweden") }
    #expect(finder.run(.jump, in: world)?.told == ["go"] && !finder.isPreparing)
  }

  @Test("While the whole directory comes in it keeps up in steps")
  func steps() {
    var (finder, _) = opened(Directory())
    _ = finder.refresh(from: directory(), near: nil, isComingIn: true, at: world.now)
    #expect(finder.count == 0)
    _ = finder.refresh(from: directory(), near: nil, isComingIn: true, at: world.now + 1)
    #expect(finder.count == 9)
  }

  @Test("Esc drops what was typed, then closes; what is found nowhere is said")
  func nothing() {
    var (finder, _) = opened(directory())
    _ = finder.edit { $0.insert("zzzz") }
    #expect(finder.run(.jump, in: world)?.said == "Nothing is found to go to.")
    #expect(
      finder.nothingFound(knowsAll: true)?.text(CommandKeys())
        == "Nothing known has “zzzz”. All of the directory was looked through (9 entries).")
    #expect(finder.run(.cancel, in: world)?.isQuiet == true && finder.nothingFound(knowsAll: true) == nil)
    #expect(finder.run(.cancel, in: world)?.told == ["closed"])
    #expect(finder.run(.readDirectory, in: world)?.told == ["read"] && finder.run(.history, in: world) == nil)
  }
}
