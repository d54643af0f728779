import OpenPayments
import Testing

@testable import ViewModels

/// The name of a file, with nobody who writes it.
struct SavingRoomTests {
  private let exchange = World.exchange(body: Array("[1]".utf8))

  private func typing(_ name: String) -> SavingRoom {
    var room = SavingRoom()
    _ = room.open(for: exchange, in: .of())
    _ = room.edit { $0.eraseAll() }
    _ = room.edit { $0.insert(name) }
    return room
  }

  @Test("Where there is no body that is said, and no name asked for")
  func noBody() {
    var room = SavingRoom()
    for nothing in [nil, World.exchange(body: [])] {
      let turn = room.open(for: nothing, in: .of())
      #expect(turn.said == "There is no body to save." && turn.outcomes.isEmpty && room.prompt == nil)
    }
  }

  @Test("A body is written under the name that was typed")
  func writing() {
    var room = typing("a.json")
    let turn = room.run(.accept)
    #expect(turn?.work == [.write(.body(exchange), path: "a.json")] && turn?.told == ["closed"] && room.prompt == nil)
  }

  @Test("Without a name nothing is written; Esc writes nothing either")
  func nothing() {
    var room = typing("")
    #expect(room.run(.accept)?.isQuiet == true && room.prompt?.problem != nil)
    let turn = room.run(.cancel)
    #expect(turn?.work.isEmpty == true && turn?.told == ["closed"] && room.prompt == nil)
    #expect(room.run(.moveDown) == nil)
  }

  @Test("A name for something else takes the place of the first")
  func replacing() {
    var room = typing("a.json")
    #expect(room.open(.run, in: .of()).said == "No call has been made yet.")
    room.hasCalls = true
    #expect(room.open(.run, in: .of()).told == ["typing"] && room.prompt?.text.hasSuffix(".har") == true)
    let path = room.prompt?.text ?? ""
    #expect(room.run(.accept)?.work == [.write(.run, path: path)])
  }

  @Test("What was not written asks again for a name, but of nobody who is elsewhere by now")
  func failing() {
    var room = typing("a.json")
    _ = room.run(.accept)
    let failed = SaveOutcome.failed(.body(exchange), path: "a.json", reason: "it exists already")
    let elsewhere = room.take(failed, in: .of(in: .history))
    #expect(elsewhere.said == "a.json was not saved: it exists already" && room.prompt == nil)
    #expect(room.take(failed, in: .of()).told == ["typing"])
    #expect(room.prompt?.text == "a.json" && room.prompt?.problem == "Not saved: it exists already")
    #expect(room.take(.saved(path: "b", bytes: 3), in: .of()).said == "Saved 3 bytes to b")
  }
}
