import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@Suite("The log of exchanges", .timeLimit(.minutes(1)))
struct ExchangeLogTests {
  private func exchange(_ number: Int, bytes: Int = 10) -> Exchange {
    Exchange(
      id: UUID(number: number), operation: .countries, startedAt: Date(timeIntervalSince1970: 0),
      request: HTTPRequest(method: .get, scheme: "https", authority: "api.test", path: "/"), requestBody: [],
      response: HTTPResponse(status: .ok), body: [UInt8](repeating: 1, count: bytes), failure: nil,
      timings: .init(head: nil, total: .zero), tokenExchange: nil)
  }

  @Test("the latest are kept, the oldest first")
  func capacity() {
    let log = ExchangeLog(capacity: 2)
    for number in 1...3 { log.record(exchange(number)) }
    #expect(log.exchanges.map(\.id) == [UUID(number: 2), UUID(number: 3)])
  }

  @Test("of a large body the length remains, and all bodies together stay within their limit")
  func bodies() {
    let log = ExchangeLog(bodyLimit: 50, totalLimit: 100)
    log.record(exchange(1, bytes: 51))
    #expect(log.exchanges.map(\.body.count) == [0])
    #expect(log.exchanges.map(\.bodyLength) == [51])
    for number in 2...4 { log.record(exchange(number, bytes: 40)) }
    #expect(log.exchanges.map(\.id) == [UUID(number: 3), UUID(number: 4)])
  }

  @Test("every listener gets every exchange whole, and one that has gone is forgotten")
  func listeners() async {
    let log = ExchangeLog(bodyLimit: 5)
    var first = log.stream().makeAsyncIterator()
    let second = log.stream()
    log.record(exchange(1))
    log.record(exchange(2))
    #expect(await first.next()?.body.count == 10)
    #expect(await first.next()?.id == UUID(number: 2))
    var other: AsyncStream<Exchange>.Iterator? = second.makeAsyncIterator()
    #expect(await other?.next()?.id == UUID(number: 1))
    other = nil
    log.record(exchange(3))
    #expect(await first.next()?.id == UUID(number: 3))
  }
}
