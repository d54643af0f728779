import JSONText
import Testing

@testable import OpenPaymentsSandbox

@Suite("The form of portal.json")
struct PortalFileFormTests {
  /// As later versions might change it: one gives a member a new name, the next one adds one.
  private static let steps: [PortalFileForm.Step] = [
    { members in members = members.map { $0.name == "users" ? .init("people", $0.value) : $0 } },
    { $0.append(.init("teams", .array([]))) },
  ]

  private func text(_ text: String) -> String? {
    guard case .current(let bytes) = PortalFileForm.content(of: Array(text.utf8), steps: Self.steps) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("every earlier version becomes the present one, step by step, and what no step touches stays")
  func steps() {
    #expect(
      text(#"{"version":1,"users":[{"a":1.50}],"x":{}}"#)
        == #"{"people":[{"a":1.50}],"x":{},"teams":[],"version":3}"#)
    #expect(text(#"{"people":[],"version":2}"#) == #"{"people":[],"teams":[],"version":3}"#)
    #expect(text(#"{ "version" : 3 }"#) == #"{ "version" : 3 }"#)
  }

  @Test(
    "a later version is newer, everything else damaged",
    arguments: [
      (#"{"version":4}"#, .newer), (#"{"version":9223372036854775807}"#, .newer), (#"{"version":0}"#, .damaged),
      (#"{"version":-1}"#, .damaged), (#"{"version":"4"}"#, .damaged), (#"{"version":1e300}"#, .damaged),
      ("{}", .damaged), ("[]", .damaged), ("", .damaged), (#"{"version":4"#, .damaged),
    ] as [(String, PortalFileForm.Content)])
  func others(text: String, content: PortalFileForm.Content) {
    #expect(PortalFileForm.content(of: Array(text.utf8), steps: Self.steps) == content)
  }
}
