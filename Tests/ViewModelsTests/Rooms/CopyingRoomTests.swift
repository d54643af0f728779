import ExplorerStorage
import OpenPayments
import Testing

@testable import ViewModels

/// What goes to the clipboard, without one.
struct CopyingRoomTests {
  private let exchange = World.exchange(body: [])
  private let owner = Caller(Profiles.acme, ProfileTag(number: 5))

  private func asking(_ exchange: Exchange? = nil) -> CopyingRoom {
    var room = CopyingRoom()
    _ = room.copyWithToken(exchange ?? self.exchange, of: (owner, ""), in: .of())
    return room
  }

  private func fetched(_ room: inout CopyingRoom, tag: Int = 5, for exchange: Exchange? = nil) -> CopyingRoom.Turn {
    room.take(
      .tokenFetched(ProfileTag(number: tag), .success(Secret("t0ken")), for: exchange ?? self.exchange),
      among: [Profiles.acme], current: { _ in nil })
  }

  @Test("What is empty leaves the clipboard as it is")
  func empty() {
    let room = CopyingRoom()
    let turn = room.copy(Clipping("", "the value"))
    #expect(turn.work.isEmpty && turn.said == "The value is empty: nothing was copied.")
    #expect(room.copy(Clipping("x", "the value")).work == [.copy(Clipping("x", "the value"))])
  }

  @Test("After a yes the token is got as its owner, and goes to the clipboard with the call")
  func yes() throws {
    var room = CopyingRoom()
    #expect(room.copyWithToken(exchange, of: (owner, ""), in: .of()).told == ["ask"])
    let turn = room.answer(true)
    #expect(turn.calls.map(\.call) == [.token(for: exchange)] && turn.calls.first?.caller == owner)
    guard case .copy(let clipping)? = fetched(&room).work.first else {
      Issue.record("Nothing is copied.")
      return
    }
    #expect(clipping.text.contains("t0ken") && clipping.what == "the call with its token")
    #expect(fetched(&room).isQuiet, "a second one was not asked for")
  }

  @Test("A no does nothing, and nothing that comes is copied then")
  func no() {
    var room = asking()
    #expect(room.answer(false).isQuiet && fetched(&room).isQuiet)
    room = asking()
    _ = room.answer(true)
    room.decline()
    #expect(fetched(&room).isQuiet)
  }

  @Test("A token of another profile or for another call is dropped")
  func others() {
    var room = asking()
    _ = room.answer(true)
    #expect(fetched(&room, tag: 6).isQuiet)
    #expect(fetched(&room, for: World.exchange(body: [])).isQuiet)
    #expect(fetched(&room).work.count == 1)
  }

  @Test("A second asking takes the place of the first")
  func replacing() {
    let second = World.exchange(body: [])
    var room = asking()
    _ = room.answer(true)
    _ = room.copyWithToken(second, of: (owner, ""), in: .of())
    #expect(room.answer(true).calls.map(\.call) == [.token(for: second)])
    #expect(fetched(&room).isQuiet && fetched(&room, for: second).work.count == 1)
  }

  @Test("Where there is no token to copy it says why, and asks nothing")
  func refused() {
    var room = CopyingRoom()
    let none = room.copyWithToken(nil, of: (owner, ""), in: .of())
    let call = room.copyWithToken(World.tokenCall, of: (owner, ""), in: .of())
    let nobody = room.copyWithToken(exchange, of: (nil, "Whose it is isn't known."), in: .of())
    for turn in [none, call, nobody] { #expect(turn.said != nil && turn.outcomes.isEmpty && turn.calls.isEmpty) }
    #expect(nobody.said?.hasPrefix("Whose it is isn't known.") == true)
    #expect(room.answer(true).isQuiet)
  }

  @Test("Why no token came is said")
  func failing() {
    var room = asking()
    _ = room.answer(true)
    let turn = room.take(
      .tokenFetched(owner.tag, .failure(World.failure()), for: exchange), among: [], current: { _ in nil })
    #expect(turn.said == "busy wait a little" && turn.work.isEmpty)
  }
}
