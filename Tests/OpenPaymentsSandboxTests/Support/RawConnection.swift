import Foundation
import Glibc
import HTTPTypes
import OpenPaymentsSandbox

/// A bare TCP connection to the loopback interface, for what no HTTP client would send.
final class RawConnection: Sendable {
  struct Failure: Error {}

  private let socket: Int32

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result != 0 { throw Failure() }
  }

  deinit { close(socket) }

  func send(_ text: String) async {
    await send(Array(text.utf8))
  }

  /// Sends as much as the server takes.
  func send(_ bytes: [UInt8]) async {
    await offload { [socket] in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  func finishSending() {
    shutdown(socket, Int32(SHUT_WR))
  }

  /// Everything up to the server's end of the connection.
  func receiveAll() async -> [UInt8] {
    await offload { [self] in
      var all: [UInt8] = []
      while let part = receivePart() { all += part }
      return all
    }
  }

  /// One response. Its body has the length of its `Content-Length`, or 0 for the answer to `HEAD`.
  func receiveResponse(toHead: Bool = false) async throws -> SandboxResponse {
    try await offload { [self] in
      Result { try readResponse(toHead: toHead) }
    }.get()
  }

  private func readResponse(toHead: Bool) throws -> SandboxResponse {
    var bytes: [UInt8] = []
    var head: (HTTPResponse, length: Int)?
    while head == nil {
      guard let part = receivePart() else { throw Failure() }
      bytes += part
      head = try Self.parseHead(bytes)
    }
    guard let (response, headLength) = head else { throw Failure() }
    let length = toHead ? 0 : response.headerFields[.contentLength].flatMap { Int($0) } ?? 0
    while bytes.count < headLength + length {
      guard let part = receivePart() else { throw Failure() }
      bytes += part
    }
    // Nothing may follow a response that nobody asked for.
    guard bytes.count == headLength + length else { throw Failure() }
    return SandboxResponse(head: response, body: Array(bytes[headLength...]))
  }

  private static func parseHead(_ bytes: [UInt8]) throws -> (HTTPResponse, length: Int)? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first, let code = Int(status) else {
      throw Failure()
    }
    var fields = HTTPFields()
    for line in lines.dropFirst() {
      let parts = line.split(separator: ": ", maxSplits: 1)
      guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { throw Failure() }
      fields.append(HTTPField(name: name, value: String(parts[1])))
    }
    return (HTTPResponse(status: .init(code: code), headerFields: fields), end.upperBound)
  }

  private func receivePart() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(socket, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  /// Blocking calls have a thread of their own: they would starve the server, which shares the pool of the tests.
  private func offload<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: work()) }
    }
  }
}
