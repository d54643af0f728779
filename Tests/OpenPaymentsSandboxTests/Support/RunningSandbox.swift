import OpenPaymentsSandbox
import Testing

/// A sandbox listening on a port of the system's choice.
struct RunningSandbox {
  let address: SandboxAddress

  var port: Int { Int(address.apiURL.split(separator: ":").last ?? "") ?? 0 }

  func connect() throws -> RawConnection {
    try RawConnection(port: port)
  }
}

func withRunningSandbox(
  _ platform: SandboxPlatform = SandboxPlatform(), _ body: @escaping @Sendable (RunningSandbox) async throws -> Void
) async throws {
  let (addresses, continuation) = AsyncStream.makeStream(of: SandboxAddress.self)
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { continuation.finish() }
      try await SandboxServer { request, body in platform.respond(to: request, body: body) }
        .run { continuation.yield($0) }
    }
    var iterator = addresses.makeAsyncIterator()
    let address = try #require(await iterator.next())
    try await body(RunningSandbox(address: address))
    group.cancelAll()
  }
}
