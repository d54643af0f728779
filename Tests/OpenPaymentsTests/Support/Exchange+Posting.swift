import FoundationEssentials
import HTTPTypes
import OpenPayments

extension Exchange {
  /// A token call as it may be in a record of somebody who masked nothing.
  static func posting(
    _ body: [UInt8], fields: HTTPFields = [:], answer: HTTPResponse? = nil, body answerBody: [UInt8] = []
  ) -> Exchange {
    Exchange(
      id: UUID(), operation: .token, startedAt: .distantPast,
      request: HTTPRequest(method: .post, scheme: "https", authority: "a", path: "/", headerFields: fields),
      requestBody: body, response: answer, body: answerBody, failure: nil, timings: .init(head: nil, total: .zero),
      tokenExchange: nil)
  }
}
