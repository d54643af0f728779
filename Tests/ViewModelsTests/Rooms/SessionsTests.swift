import Testing

@testable import ViewModels

/// What is known under each profile.
struct SessionsTests {
  private let first = ProfileTag(number: 1)
  private let second = ProfileTag(number: 2)
  private let third = ProfileTag(number: 3)

  @Test("What is known under one profile is there again when it is entered again, and never under another")
  func entering() {
    var sessions = Sessions(first)
    sessions.current.isAgreedTo = true
    sessions.enter(second)
    #expect(sessions.tag == second && !sessions.current.isAgreedTo && sessions[first].isAgreedTo)
    sessions.enter(first)
    #expect(sessions.current.isAgreedTo && !sessions[second].isAgreedTo)
  }

  @Test("News of a profile that isn't in use change its session alone")
  func news() {
    var sessions = Sessions(first)
    sessions[second].calls.count += 1
    sessions[first].calls.count += 2
    #expect(
      sessions.current.calls.count == 2 && sessions[second].calls.count == 1 && sessions[third] == ViewModels.Session())
    sessions.enter(second)
    #expect(sessions.current.calls.count == 1)
  }

  @Test("Entering the profile in use changes nothing")
  func same() {
    var sessions = Sessions(first)
    sessions.current.calls.count = 1
    let before = sessions
    sessions.enter(first)
    #expect(sessions == before)
  }

  @Test("Sessions of profiles that are gone are handed out and forgotten; the one in use stays")
  func keeping() {
    var sessions = Sessions(first)
    sessions[second].calls.count = 2
    sessions[third].calls.count = 3
    let gone = sessions.keep([third])
    #expect(gone.map(\.tag) == [second] && gone.first?.session.calls.count == 2)
    #expect(sessions.tag == first && sessions[second] == ViewModels.Session() && sessions[third].calls.count == 3)
  }
}
