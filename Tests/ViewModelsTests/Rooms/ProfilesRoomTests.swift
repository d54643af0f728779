import ExplorerStorage
import OpenPayments
import Testing

@testable import ViewModels

/// The profiles to choose from, without a file that holds them.
struct ProfilesRoomTests {
  private let world = ViewModels.World.of(tag: 9)

  private func choosing(_ name: String) -> ProfilesRoom {
    var room = ProfilesRoom(ProfileShelf(own: [World.psd2], stored: Profiles.list(Profiles.acme, Profiles.beta)))
    _ = room.open(selecting: name, in: world)
    return room
  }

  @Test("Opening reads them anew and looks for tokens, of the one in use as its caller")
  func opening() {
    var room = ProfilesRoom(ProfileShelf(own: [World.psd2], stored: Profiles.list(Profiles.acme)))
    let turn = room.open(in: world)
    let acme = Caller(Profiles.acme, room.shelf.tag(of: Profiles.acme) ?? .unknown)
    #expect(turn.work == [.read, .lookForTokens([world.caller, acme])] && turn.told == ["choosing"])
    #expect(room.switcher?.selected?.name == "sandbox" && turn.calls.isEmpty)
  }

  @Test("The chosen one is entered; the one in use only closes the list")
  func choosing() {
    var room = choosing("acme")
    let turn = room.run(.acceptFilter, in: world)
    #expect(turn?.told == ["closed", "enter"] && room.switcher == nil)
    room = choosing("sandbox")
    #expect(room.run(.acceptFilter, in: world)?.told == ["closed"])
  }

  @Test("The program's own can be neither edited nor deleted, one in use not be deleted")
  func own() {
    var room = choosing("sandbox")
    for command in [Command.editProfile, .deleteProfile] {
      let turn = room.run(command, in: world)
      #expect(turn?.said?.hasPrefix("sandbox is the program's own") == true && turn?.work.isEmpty == true)
    }
    room = choosing("acme")
    let inUse = room.run(.deleteProfile, in: .of(Profiles.acme))
    #expect(inUse?.said == "acme is in use: switch to another one first." && inUse?.work.isEmpty == true)
    #expect(room.run(.deleteProfile, in: world)?.work == [.change(.remove(name: "acme"))])
    #expect(room.run(.undoDelete, in: world)?.said == "No profile has been deleted.")
  }

  @Test("Two or more that are marked are compared; marks of those that go are dropped")
  func comparing() {
    var room = choosing("sandbox")
    _ = room.run(.toggleMark, in: world)
    #expect(room.run(.compare, in: world)?.outcomes.isEmpty == true)
    _ = room.run(.toggleMark, in: world)
    #expect(room.run(.compare, in: world)?.told == ["compare"])
    room.shelf.take(Profiles.list(Profiles.beta), after: .remove(name: "acme"))
    room.refresh(selecting: nil, in: world)
    #expect(room.switcher?.marked == ["sandbox"])
  }

  @Test("Esc drops the filter, then closes; what fits nothing is said")
  func filtering() {
    var room = choosing("sandbox")
    _ = room.run(.filter, in: world)
    _ = room.edit { $0.insert("zzz") }
    #expect(room.run(.acceptFilter, in: world)?.said == "No profile fits the filter.")
    #expect(room.run(.cancel, in: world)?.isQuiet == true && room.switcher?.list.count == 3)
    #expect(room.run(.cancel, in: world)?.told == ["closed"])
  }

  @Test("A trial is made as the profile under the cursor, and its news alone are taken")
  func trying() {
    var room = choosing("acme")
    let caller = Caller(Profiles.acme, room.shelf.tag(of: Profiles.acme) ?? .unknown)
    let turn = room.run(.testProfile, in: world)
    #expect(turn?.told == ["trying"] && turn?.calls.map(\.call) == [.test] && turn?.calls.first?.caller == caller)
    room.take(.tested(world.caller.tag, .token(.failure(World.failure())), advice: nil))
    #expect(room.trial?.isRunning == true)
    room.take(.tested(caller.tag, .token(.failure(World.failure())), advice: "Look there."))
    #expect(room.trial?.isRunning == false && room.trial?.advice == "Look there.")
    let shown = room.runAtTrial(.openTestedCall, in: world)
    #expect(shown?.told == ["show"] && shown?.work == [.endTrial] && room.trial == nil)
  }

  @Test("A trial that was left or declined leads back to the list, and its late news are dropped")
  func leavingTrial() {
    var room = choosing("acme")
    _ = room.run(.testProfile, in: world)
    let left = room.runAtTrial(.cancel, in: world)
    #expect(left?.work.first == .endTrial && left?.told == ["choosing"] && room.switcher?.selected?.name == "acme")
    _ = room.run(.testProfile, in: world)
    let tag = room.trial?.caller.tag ?? .unknown
    #expect(room.declineTrial(in: world).told == ["choosing"] && room.leaveTrial().isQuiet)
    room.take(.tested(tag, .token(.failure(World.failure())), advice: nil))
    #expect(room.trial == nil)
  }

  @Test("Where no list is open commands mean nothing, nor do others ever")
  func ignored() {
    var room = ProfilesRoom(ProfileShelf(own: [World.psd2]))
    #expect(room.run(.moveDown, in: world) == nil && room.runAtTrial(.testProfile, in: world) == nil)
    #expect(room.switchBack(in: world).said == "No other profile has been used yet; :profiles lists them.")
    room = choosing("acme")
    #expect(room.run(.history, in: world) == nil)
  }
}
