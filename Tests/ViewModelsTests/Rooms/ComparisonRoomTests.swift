import OpenPayments
import Testing

@testable import ViewModels

/// Answers beside each other, with nobody who makes calls or compares.
struct ComparisonRoomTests {
  private let world = ViewModels.World.of(tag: 1)
  private let caller = Caller(World.psd2, ProfileTag(number: 1))
  private let other = Caller(Profiles.acme, ProfileTag(number: 2))
  private let left = World.inspection(#"{"a":1}"#)
  private let right = World.inspection(#"{"a":2}"#)

  private func subject(_ inspection: Inspection? = nil) -> MarkedExchange {
    MarkedExchange(inspection: inspection ?? left, profileName: "sandbox", caller: caller)
  }

  /// What a turn wants compared, as it comes back.
  private func compared(_ turn: ComparisonRoom.Turn) throws -> ComparisonRoom.News? {
    for case .compare(let pair, let id) in turn.work { return .compared(id, try ExchangeDifference(pair)) }
    return nil
  }

  @Test("Two answers that are there are compared at once, without a call")
  func there() throws {
    var room = ComparisonRoom()
    let turn = room.compare(left, of: "a", right, of: "b", in: world)
    #expect(turn.told == ["shown"] && turn.calls.isEmpty && room.shown?.isRunning == true)
    let news = try #require(try compared(turn))
    #expect(room.take(news, in: world).isQuiet && room.shown?.isRunning == false)
    #expect(room.shown?.difference?.differenceCount == 1)
  }

  @Test("A call is made under each profile, and compared when both answers have come")
  func calling() throws {
    var room = ComparisonRoom()
    let turn = room.compare(subject(), as: [caller, other], in: world)
    #expect(turn.calls.map(\.caller) == [caller, other] && turn.work.isEmpty)
    let keys = turn.calls.map { call in if case .side(let key, _) = call.call { key } else { nil as SideKey? } }
    let (first, second) = (try #require(keys[0]), try #require(keys[1]))
    #expect(room.take(.answered(second, .success(right)), in: world).isQuiet)
    let both = room.take(.answered(first, .success(left)), in: world)
    #expect(room.shown?.left.inspection == left && room.shown?.right.inspection == right)
    #expect(try compared(both) != nil)
  }

  @Test("A second comparison takes the place of the first, whose news are dropped")
  func replacing() throws {
    var room = ComparisonRoom()
    let first = room.compare(left, of: nil, right, of: nil, in: world)
    let second = room.compare(left, of: nil, World.inspection("{}"), of: nil, in: world)
    #expect(second.work.first == .stop)
    _ = room.take(try #require(try compared(first)), in: world)
    #expect(room.shown?.difference == nil)
    _ = room.take(try #require(try compared(second)), in: world)
    #expect(room.shown?.difference != nil)
  }

  @Test("Esc gives up what is under way, then closes; what comes later is dropped")
  func leaving() throws {
    var room = ComparisonRoom()
    let turn = room.compare(subject(), as: [caller, other], in: world)
    #expect(room.run(.cancel, in: world)?.work == [.stop] && room.shown?.isRunning == false)
    #expect(room.run(.cancel, in: world)?.told == ["closed"] && room.shown == nil)
    guard case .side(let key, _)? = turn.calls.first?.call else {
      Issue.record("No call was made.")
      return
    }
    #expect(room.take(.answered(key, .success(left)), in: world).isQuiet && room.close().isQuiet)
    #expect(room.run(.moveDown, in: world) == nil)
  }

  @Test("Where nothing was called there is nothing to mark or to compare")
  func nothing() {
    var room = ComparisonRoom()
    #expect(room.mark(nil).said != nil && room.marked == nil)
    #expect(room.open(nil, among: [caller], in: world).outcomes.isEmpty && room.menu == nil)
    #expect(room.compare(nil, as: [caller, other], in: world).said != nil && room.shown == nil)
    #expect(room.runInMenu(.moveDown, among: [], in: world) == nil)
  }

  @Test("A call of one dialect is made under no profile of the other")
  func dialects() {
    var room = ComparisonRoom()
    let seed = Caller(World.seed, ProfileTag(number: 3))
    let turn = room.compare(subject(), as: [caller, seed], in: world)
    #expect(turn.calls.isEmpty && turn.said?.hasPrefix("sandbox-seed speaks") == true && room.shown == nil)
  }

  @Test("The menu offers the same call now, other profiles, and what was marked")
  func menu() {
    var room = ComparisonRoom()
    _ = room.mark(subject(right))
    #expect(room.open(subject(), among: [caller, other], in: world).told == ["choosing"])
    #expect(room.menu?.choices.map(\.title) == ["now", "acme", "marked"])
    #expect(room.runInMenu(.toggleMark, among: [caller, other], in: world)?.said != nil)
    _ = room.runInMenu(.moveToBottom, among: [caller, other], in: world)
    let turn = room.runInMenu(.startComparison, among: [caller, other], in: world)
    #expect(turn?.told == ["chosen", "shown"] && turn?.calls.isEmpty == true && room.menu == nil)
    #expect(room.shown?.left.inspection == right && room.shown?.right.inspection == left)
  }

  @Test("Marked profiles are called with what was there; a choice that can't be says why, and the menu stays")
  func choosing() {
    var room = ComparisonRoom()
    let callers = [caller, other]
    _ = room.open(subject(), among: callers, in: world)
    _ = room.runInMenu(.moveDown, among: callers, in: world)
    _ = room.runInMenu(.toggleMark, among: callers, in: world)
    let turn = room.runInMenu(.startComparison, among: callers, in: world)
    #expect(turn?.calls.map(\.caller) == [other] && room.shown?.left.inspection == left)
    let unknown = MarkedExchange(inspection: left, profileName: "gone", caller: nil)
    _ = room.open(unknown, among: callers, in: world)
    let refused = room.runInMenu(.startComparison, among: callers, in: world)
    #expect(refused?.said == "There is no profile gone here: choose another one." && room.menu != nil)
    #expect(room.runInMenu(.cancel, among: callers, in: world)?.told == ["chosen"] && room.menu == nil)
  }

  @Test("Calls made before are not made again; the patch that can't be made is said")
  func refreshing() {
    var room = ComparisonRoom()
    _ = room.compare(left, of: nil, right, of: nil, in: world)
    #expect(room.run(.refresh, in: world)?.calls.isEmpty == true)
    #expect(room.run(.nextSide, in: world)?.said == "There is only one answer to compare with.")
    #expect(room.take(.patchMade(nil), in: world).said == "Only bodies that are whole JSON texts have a JSON Patch.")
    #expect(room.take(.patchMade(Clipping("[]", "the patch")), in: world).told == ["copy"])
    #expect(room.run(.history, in: world) == nil)
  }
}
