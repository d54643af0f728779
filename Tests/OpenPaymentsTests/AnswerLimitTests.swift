import OpenPayments
import Testing

@Suite("Answers of more than a directory could hold")
struct AnswerLimitTests {
  enum Excess: String, CaseIterable {
    case items, members, values

    var body: String {
      switch self {
      case .items: "[\(String(repeating: "{},", count: 1_000_000)){}]"
      case .members: "[{\((0...10_000).map { #""\#($0)":0"# }.joined(separator: ","))}]"
      case .values: "[{\"x\":[\(String(repeating: "0,", count: 6_000_000))0]}]"
      }
    }
  }

  // The bodies are no arguments: a failure, and every run, would print them.
  @Test("Too many items, members or values are an unusable answer before they take memory", arguments: Excess.allCases)
  func tooMany(excess: Excess) async throws {
    let fixture = try Fixture(
      .psd2, [.token(), StubAnswer(Target.countries, excess.body)], bodyLimit: 64_000_000)
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(error?.kind == .unusable(.tooManyValues))
  }
}
