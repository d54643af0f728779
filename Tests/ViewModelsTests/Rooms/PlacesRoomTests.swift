import Testing

@testable import ViewModels

/// Marks and the trail, without anybody who goes anywhere.
struct PlacesRoomTests {
  private let stockholm = Address(country: "SE", city: "stockholm")
  private let oslo = Address(country: "NO", city: "oslo")

  @Test("A letter marks the place, for later runs too")
  func setting() {
    var room = PlacesRoom([:])
    let opened = room.open(isSetting: true)
    #expect(opened.work == [.read] && opened.told == ["choosing"])
    let turn = room.type("a", at: stockholm)
    #expect(turn.work == [.keep("a", stockholm)] && turn.told == ["closed"] && turn.said == "Mark a is se/stockholm.")
    #expect(room.marks == ["a": stockholm])
  }

  @Test("A letter leads to the place that it marks")
  func going() {
    var room = PlacesRoom(["a": stockholm])
    _ = room.open(isSetting: false)
    let turn = room.type("a", at: oslo)
    #expect(turn.told == ["closed", "go"] && turn.work.isEmpty)
    guard case .go(stockholm)? = turn.outcomes.last else {
      Issue.record("It leads elsewhere.")
      return
    }
  }

  @Test("What marks nothing says why, and leaves the marks as they are", arguments: [true, false])
  func nothing(isSetting: Bool) {
    var room = PlacesRoom(["a": oslo])
    _ = room.open(isSetting: isSetting)
    for letter in ["-", "b"] {
      let turn = room.type(letter, at: nil)
      #expect(turn.told == ["closed"] && turn.said != nil && turn.work.isEmpty)
    }
    #expect(room.marks == ["a": oslo])
  }

  @Test("What another process has marked goes before what was known; what it doesn't know stays")
  func reading() {
    var room = PlacesRoom(["a": oslo, "b": oslo])
    let turn = room.take(.read(["a": stockholm]))
    #expect(turn.isQuiet && room.marks == ["a": stockholm, "b": oslo])
    let notKept = room.take(.notKept("the disk is full"))
    #expect(notKept.said == "The mark holds for this run only: the disk is full." && room.marks.count == 2)
  }

  @Test("While a letter is awaited only leaving means something")
  func commands() {
    let room = PlacesRoom([:])
    #expect(room.run(.cancel)?.told == ["closed"] && room.run(.quit)?.told == ["closed"])
    #expect(room.run(.open) == nil && room.run(.moveDown) == nil)
  }

  @Test("The trail leads back and forward, until one goes elsewhere")
  func trail() {
    var room = PlacesRoom([:])
    room.leave(stockholm)
    #expect(room.back(from: oslo) == stockholm && room.back(from: stockholm) == nil)
    #expect(room.forward(from: stockholm) == oslo)
    #expect(room.back(from: oslo) == stockholm)
    room.leave(stockholm)
    #expect(room.forward(from: oslo) == nil)
  }

  @Test("A renamed profile's places stay on the trail")
  func renaming() {
    var room = PlacesRoom([:])
    room.leave(Address(country: "SE", profile: "acme"))
    room.leave(Address(country: "NO", profile: "beta"))
    room.rename("acme", to: "new")
    #expect(room.back(from: nil)?.profile == "beta" && room.back(from: nil)?.profile == "new")
  }
}
