package import HTTPTypes

extension Exchange {
  /// How many bytes of the body were received; nil where no answer came, and where it is kept only as what they meant.
  var receivedLength: Int? {
    guard let response else { return nil }
    let isAsReceived =
      codingProblem != nil || bodyLength == 0 || ContentCoding.codings(in: response.headerFields).isEmpty
    return encodedBody?.count ?? (isAsReceived ? bodyLength : nil)
  }

  /// Why a body that came like this can't be decompressed; nil if it can.
  package static func codingProblem(of received: [UInt8], in response: HTTPResponse) -> UnusableAnswer? {
    ContentCoding.decode(received, response.headerFields, isWhole: true, limit: 1 << 26)?.problem
  }
}
