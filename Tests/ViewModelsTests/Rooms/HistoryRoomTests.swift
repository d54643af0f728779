import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing

@testable import ViewModels

/// The history's page, whose questions a kept history answers when it is told to.
struct HistoryRoomTests {
  private let kept = KeptHistory()
  private let world = ViewModels.World.of(in: .history)
  private var store: HistoryStore? { kept.store }

  /// With so many exchanges listed, the newest under the cursor.
  private func listing(_ count: Int) async throws -> HistoryRoom {
    try await kept.add(0..<count)
    var room = HistoryRoom(HistorySettings())
    room.open(world.viewport)
    await read(&room)
    return room
  }

  private func read(_ room: inout HistoryRoom) async {
    while case .read(let request)? = room.follow().work.first {
      _ = room.take(.read(request, await store.outcome(of: request)), in: world)
    }
  }

  private struct NothingAsked: Error {}

  /// The news of exchanges that a turn asks for.
  private func taken(_ turn: HistoryRoom.Turn?) async throws -> HistoryRoom.News {
    guard case .take(let ids, let use)? = turn?.work.first else { throw NothingAsked() }
    return await store.take(ids, for: use)
  }

  @Test("It reads what is to be seen, once; where it is off it reads nothing")
  func reading() async throws {
    var room = HistoryRoom(HistorySettings())
    #expect(room.isReading && room.follow().work.count == 1 && room.follow().isQuiet)
    var off = HistoryRoom(HistorySettings(isOn: false))
    #expect(!off.isReading && off.follow().isQuiet)
    #expect(try await listing(3).list.total == 3)
  }

  @Test("The answer to an earlier question is dropped")
  func late() async throws {
    var room = try await listing(3)
    _ = room.run(.refresh, in: world)
    guard case .read(let first)? = room.follow().work.first else { throw NothingAsked() }
    _ = room.run(.filter, in: world)
    _ = room.edit(in: world) { $0.insert("/psd2/1") }
    _ = room.follow()
    _ = room.take(.read(first, .failed("too late")), in: world)
    #expect(room.list.failure == nil && room.isReading)
  }

  @Test("An exchange is shown to somebody who is still there, once")
  func showing() async throws {
    var room = try await listing(2)
    let news = try await taken(room.run(.open, in: world))
    #expect(room.take(news, in: world).told == ["show"])
    #expect(room.take(news, in: world).isQuiet, "it was asked for once")
  }

  @Test("What was asked for comes too late after another was, after closing, or elsewhere")
  func elsewhere() async throws {
    var room = try await listing(2)
    let first = try await taken(room.run(.open, in: world))
    _ = room.run(.moveDown, in: world)
    let second = try await taken(room.run(.open, in: world))
    #expect(room.take(first, in: world).isQuiet)
    let turn = room.take(second, in: .of(in: .guide))
    #expect(turn.outcomes.isEmpty && turn.said?.hasPrefix("What was asked of the history came") == true)
    let third = try await taken(room.run(.open, in: world))
    #expect(room.close().work == [.stopReading] && room.take(third, in: world).isQuiet)
  }

  @Test("Two that are marked are compared, the earlier with the later")
  func comparing() async throws {
    var room = try await listing(3)
    #expect(room.run(.compare, in: world)?.said?.hasSuffix("0 exchanges marked now.") == true)
    for _ in 0..<2 { _ = room.run(.mark, in: world) }
    let news = try await taken(room.run(.compare, in: world))
    guard case .compare(let earlier, let later)? = room.take(news, in: world).outcomes.first else {
      Issue.record("Nothing is compared.")
      return
    }
    #expect(earlier.number < later.number)
  }

  @Test("Exchanges are deleted after a yes alone, and their marks with them")
  func deleting() async throws {
    var room = try await listing(3)
    _ = room.run(.mark, in: world)
    let ids = room.chosen
    #expect(room.run(.deleteExchanges, in: world)?.told == ["ask"])
    #expect(room.answer(false).isQuiet)
    _ = room.run(.deleteExchanges, in: world)
    #expect(room.answer(true).work == [.delete(ids)])
    #expect(room.take(.deleted(ids, reason: "it is locked"), in: world).said == "Not deleted: it is locked")
    #expect(room.list.marked == ids)
    #expect(room.take(await store.deleted(ids), in: world).said == "Deleted one exchange.")
    await read(&room)
    #expect(room.list.total == 2 && room.list.marked.isEmpty)
  }

  @Test("A filter narrows as it is typed; one that can't be read says so and stays; Esc gives back what was")
  func filtering() async throws {
    var room = try await listing(3)
    #expect(room.run(.filter, in: world)?.told == ["filtering"])
    _ = room.edit(in: world) { $0.insert("since:soon ") }
    #expect(room.prompt?.problem != nil && room.runInPrompt(.accept, in: world)?.isQuiet == true)
    _ = room.edit(in: world) { $0.eraseAll() }
    _ = room.edit(in: world) { $0.insert("/psd2/1") }
    await read(&room)
    #expect(room.list.total == 1 && room.runInPrompt(.moveDown, in: world) == nil)
    #expect(room.runInPrompt(.cancel, in: world)?.told == ["filtered"] && room.prompt == nil)
    await read(&room)
    #expect(room.list.total == 3)
  }

  @Test("Esc drops the marks first, and closes then; what is no command of the history means nothing")
  func leaving() async throws {
    var room = try await listing(2)
    _ = room.run(.mark, in: world)
    #expect(room.run(.cancel, in: world)?.said == "Dropped the mark. cancel again closes the history.")
    #expect(room.run(.cancel, in: world)?.told == ["closed"])
    #expect(room.run(.profiles, in: world) == nil)
  }

  @Test("What is written meanwhile is read in, and the cursor stays on its row")
  func news() async throws {
    var room = try await listing(2)
    _ = room.run(.moveDown, in: world)
    let selected = room.list.selected?.id
    try await kept.add(2..<4)
    #expect(room.take(.changed(.written), in: world).isQuiet)
    await read(&room)
    #expect(room.list.total == 4 && room.list.selected?.id == selected)
  }
}
