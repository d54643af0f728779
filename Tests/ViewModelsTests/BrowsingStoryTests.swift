import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import Testing
import ViewModels

/// The whole of it but for keys and screen: state, effects, client and platform.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct BrowsingStoryTests {
  @Test("Sweden, Stockholm, a bank, its raw response, and the same place under the other profile")
  func story() async {
    let session = Session()
    await session.start()
    #expect(session.countries.count >= 5)
    await session.press(.filter)
    await session.type("swe")
    await session.press(.acceptFilter, .open, .filter)
    await session.type("stockholm")
    await session.press(.acceptFilter, .open)
    #expect(session.cities.selected?.name == "Stockholm")
    #expect(session.aspsps.count > 1)
    await session.press(.filter)
    await session.type("handels")
    await session.press(.acceptFilter)
    #expect(session.aspsps.selected?.code == "HANDSESS")

    let exchange = session.inspector.subject.inspection?.exchange
    #expect(exchange?.request.path?.hasSuffix("/HANDSESS") == true)
    #expect(exchange?.status == 200)
    #expect(exchange?.tokenExchange != nil)
    #expect(session.text.contains { $0.contains(#""bicFi": "HANDSESS""#) })
    await session.press(.open)
    #expect(session.text.contains("BIC             HANDSESS"))
    await session.press(.toggleExchange, .nextPage)
    #expect(session.inspector.subject.inspection?.exchange.request.path?.contains("cityIds=") == true)
    #expect(session.inspector.path?.hasPrefix("$.aspsps[") == true)
    if case .valid = session.token {} else { Issue.record("the token is not good") }

    let place = session.place
    await session.press(.profiles, .moveDown, .acceptFilter)
    #expect(session.profile.dialect == .seed)
    #expect(session.place == place)
    let seed = session.inspector.subject.inspection?.exchange
    #expect(seed?.request.path?.hasPrefix("/aspspinformation/v1/aspsps/SE/cities/") == true)
    #expect(session.inspector.path?.isEmpty == false)

    let calls = session.calls
    await session.press(.previousProfile)
    #expect(session.profile.dialect == .psd2)
    #expect(session.calls == calls, "all of it is known")
    await session.press(.back, .cancel, .quit)
    #expect(session.hasQuit)
  }

  @Test("One token serves a whole profile, and each call of psd2 has an id of its own")
  func tokens() async {
    let session = Session()
    await session.start()
    await session.press(.moveDown, .moveDown, .moveToBottom, .open, .open)
    let exchanges = session.exchanges
    #expect(exchanges.filter { $0.operation == .token }.count == 1)
    #expect(exchanges.count > 5)
    #expect(Set(exchanges.map(\.id)).count == exchanges.count)
  }

  @Test("In every country, every city of both dialects lists something", arguments: [World.psd2, World.seed])
  func everyCity(profile: Profile) async {
    let session = Session(profile)
    await session.start()
    var banks: Set<String> = []
    for country in 0..<session.countries.count {
      await session.send(.pointed(.countries, row: country - session.countries.top))
      for city in 0..<session.cities.count {
        await session.press(.open, .moveToTop)
        await session.send(.pointed(.cities, row: city))
        #expect(session.aspsps.count > 0, "\(session.cities.selected?.name ?? "")")
        banks.formUnion(session.aspsps.rows.map(\.code))
      }
    }
    #expect(banks.count >= 100)
  }
}
