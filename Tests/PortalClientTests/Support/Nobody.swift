import HTTPTypes
import OpenPayments

/// A network on which nobody listens.
struct Nobody: HTTPTransport {
  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    throw TransportFailure(.connectionRefused)
  }
}
