import OpenPayments
import Testing

@Suite("Answers of more than a directory could hold")
struct AnswerLimitTests {
  @Test(
    "Too many items, members or values are an unusable answer before they take memory",
    arguments: [
      "[\(String(repeating: "{},", count: 1_000_000)){}]",
      "[{\((0...10_000).map { #""\#($0)":0"# }.joined(separator: ","))}]",
      "[{\"x\":[\(String(repeating: "0,", count: 6_000_000))0]}]",
    ])
  func tooMany(body: String) async throws {
    let fixture = try Fixture(
      .psd2, [.token(), StubAnswer(Target.countries, body)], bodyLimit: 64_000_000)
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(error?.kind == .unusable(.tooManyValues))
  }
}
