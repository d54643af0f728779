import OpenPayments
import Testing

@testable import ViewModels

/// What is typed after the colon, without anybody who does it.
struct CommandLineRoomTests {
  private let paths = KnownPaths(.psd2, country: "SE", city: nil, bicFi: nil)
  private let places = KnownPlaces(directory: Directory(), profiles: [World.psd2])

  private func line(_ text: String) -> CommandLineRoom {
    var room = CommandLineRoom()
    _ = room.edit { $0.insert(text) }
    return room
  }

  @Test(
    "What can be done is told, after the line is closed",
    arguments: [
      ("", ["closed"]), ("history", ["closed", "run"]), ("se/stockholm", ["closed", "go"]),
      ("get /psd2/x", ["closed", "call"]),
    ])
  func accepting(text: String, told: [String]) {
    var room = line(text)
    let turn = room.run(.accept, paths, places)
    #expect(turn?.told == told && turn?.notice == nil)
  }

  @Test(
    "What can't be done is said at the line, which stays until it is mended",
    arguments: ["nonsense", "history of all", "get", "get psd2/x", "se//x"])
  func mending(text: String) {
    var room = line(text)
    #expect(room.run(.accept, paths, places)?.isQuiet == true && room.prompt.problem != nil)
    _ = room.edit { $0.eraseBackward() }
    #expect(room.prompt.problem == nil)
  }

  @Test("Tab goes on through all that begins so, and around")
  func completing() throws {
    var room = line("get ")
    var seen: [String] = []
    for _ in 0...paths.all.count {
      #expect(room.run(.complete, paths, places)?.isQuiet == true)
      seen.append(room.prompt.text)
    }
    #expect(seen.dropLast() == paths.all.map { "get \($0)" }[...] && seen.last == seen.first)
    room = line("zzz")
    _ = room.run(.complete, paths, places)
    #expect(room.prompt.problem != nil && room.prompt.text == "zzz")
  }

  @Test("Esc closes it; other commands mean nothing here")
  func others() {
    var room = line("history")
    #expect(room.run(.cancel, paths, places)?.told == ["closed"])
    #expect(room.run(.moveDown, paths, places) == nil && room.run(.history, paths, places) == nil)
  }
}
