import OpenPayments
import Testing

@testable import ViewModels

/// The token's page, over a session of its own.
struct TokenRoomTests {
  private func session(_ report: TokenReport? = World.report()) -> ViewModels.Session {
    var session = ViewModels.Session()
    session.tokenRecord.report = report
    return session
  }

  @Test("The signature is checked once at a time, as the caller")
  func checking() {
    var (room, session) = (TokenRoom(), session())
    let world = ViewModels.World.of(tag: 4)
    let turn = room.run(.checkSignature, on: &session, in: world)
    #expect(turn?.calls.map(\.call) == [.check(World.report())] && turn?.calls.first?.caller == world.caller)
    #expect(session.tokenRecord.checkingSince == world.now)
    #expect(room.run(.checkSignature, on: &session, in: world)?.isQuiet == true)
  }

  @Test("Esc stops a check first, and closes then; a result that comes too late is dropped")
  func stopping() {
    var (room, session) = (TokenRoom(), session())
    _ = room.run(.checkSignature, on: &session, in: .of())
    let turn = room.run(.cancel, on: &session, in: .of())
    #expect(turn?.work == [.stopChecking] && turn?.said == "The check was stopped." && turn?.outcomes.isEmpty == true)
    #expect(session.take(.checked(World.report(), .failure(World.failure()))) == nil)
    #expect(session.tokenRecord.check == nil)
    #expect(room.run(.cancel, on: &session, in: .of())?.told == ["closed"])
  }

  @Test("A new token is asked for once, and stops the check of the old one")
  func renewing() {
    var (room, session) = (TokenRoom(), session())
    _ = room.run(.checkSignature, on: &session, in: .of())
    let turn = room.run(.renewToken, on: &session, in: .of())
    #expect(turn?.work == [.stopChecking] && turn?.calls.map(\.call) == [.renew])
    let again = room.run(.renewToken, on: &session, in: .of())
    #expect(again?.calls.isEmpty == true && again?.said == "A token is being fetched.")
  }

  @Test(
    "Without a token it says so, and does nothing",
    arguments: [Command.checkSignature, .forgetToken, .copyClaims, .tokenExchange])
  func none(command: Command) {
    var (room, session) = (TokenRoom(), session(nil))
    let turn = room.run(command, on: &session, in: .of())
    #expect(turn?.said != nil && turn?.work.isEmpty == true && turn?.calls.isEmpty == true)
    #expect(turn?.outcomes.isEmpty == true && session == ViewModels.Session())
  }

  @Test("What is there can be shown, copied and forgotten")
  func using() {
    var (room, session) = (TokenRoom(), session())
    #expect(room.run(.tokenExchange, on: &session, in: .of())?.told == ["show"])
    #expect(room.run(.copyClaims, on: &session, in: .of())?.told == ["copy"])
    #expect(room.run(.forgetToken, on: &session, in: .of())?.work == [.forget])
  }

  @Test("It scrolls no further than there are lines, and begins at the top when it is opened again")
  func scrolling() {
    var (room, session) = (TokenRoom(), session())
    _ = room.run(.moveToBottom, on: &session, in: .of())
    let (page, top) = room.page(of: session, in: .of())
    #expect(top == page.lines.count - 10)
    room.scroll(by: 100, session, in: .of())
    #expect(room.page(of: session, in: .of()).top == top)
    room.open()
    #expect(room.page(of: session, in: .of()).top == 0)
    #expect(room.run(.open, on: &session, in: .of()) == nil)
  }
}
