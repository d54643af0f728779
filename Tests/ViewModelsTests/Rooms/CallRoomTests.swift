import Testing

@testable import ViewModels

/// A call asked for in person, with nobody who makes it.
struct CallRoomTests {
  private let request = CallRequest(path: "/psd2/x")

  private func calling(_ world: ViewModels.World = .of()) -> CallRoom {
    var room = CallRoom()
    _ = room.send(request, in: world)
    return room
  }

  @Test("A request goes out as the caller, and is under way from then on")
  func sending() {
    var room = CallRoom()
    let world = ViewModels.World.of(tag: 7)
    let turn = room.send(request, in: world)
    #expect(turn.calls.map(\.call) == [.get(request)] && turn.calls.first?.caller == world.caller)
    #expect(turn.work.isEmpty && room.pending?.request == request && room.pending?.startedAt == world.now)
  }

  @Test("The answer is shown to somebody who is still there, and told to anybody else")
  func answering() {
    let answer = World.inspection("{}")
    var room = calling()
    let there = room.take(.answered(.answered(answer)), in: .of(in: .inspector))
    guard case .show(answer)? = there.outcomes.first else {
      Issue.record("The answer is not shown.")
      return
    }
    #expect(room.pending == nil)
    room = calling()
    let elsewhere = room.take(.answered(.answered(answer)), in: .of(in: .history))
    guard case .missed("/psd2/x has its answer (200).")? = elsewhere.outcomes.first else {
      Issue.record("Nothing is told of it.")
      return
    }
  }

  @Test("A failure is said everywhere, and its call shown to somebody who is still there")
  func failing() {
    var room = calling()
    let there = room.take(.answered(.failed(World.failure())), in: .of())
    #expect(there.told == ["show"] && there.said == "busy wait a little")
    room = calling()
    let elsewhere = room.take(.answered(.failed(World.failure())), in: .of(in: .guide))
    #expect(elsewhere.told.isEmpty && elsewhere.said == there.said && room.pending == nil)
  }

  @Test("A second request takes the place of the first")
  func replacing() {
    var room = calling()
    _ = room.take(.received(ReceivedCount(count: 5, expected: nil)), in: .of())
    let turn = room.send(CallRequest(path: "/other"), in: .of(in: .history))
    #expect(turn.calls.count == 1 && room.pending?.request.path == "/other" && room.pending?.received == nil)
  }

  @Test("What comes after it was cancelled or declined is dropped")
  func lateNews() {
    var room = calling()
    let turn = room.cancel()
    #expect(turn.work == [.cancel] && turn.said == "The call was cancelled." && room.pending == nil)
    #expect(room.take(.answered(.answered(World.inspection("{}"))), in: .of()).isQuiet)
    room = calling()
    room.decline()
    #expect(room.take(.received(ReceivedCount(count: 1, expected: 2)), in: .of()).isQuiet && room.pending == nil)
    #expect(room.cancel().isQuiet)
  }

  @Test("How much has come is known as long as it is under way")
  func received() {
    var room = calling()
    #expect(room.take(.received(ReceivedCount(count: 1, expected: 2)), in: .of(in: .history)).isQuiet)
    #expect(room.pending?.received == ReceivedCount(count: 1, expected: 2))
  }
}
