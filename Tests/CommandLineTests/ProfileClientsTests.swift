import ExplorerStorage
import OpenPayments
import Testing

@testable import ViewModels
@testable import opx

/// The clients of an explorer's profiles.
struct ProfileClientsTests {
  @Test("A profile that gets another name keeps its client and with it the token; its news come under its tag")
  func renamed() async throws {
    let folder = try TemporaryFolder()
    let factory = ClientFactory(
      transport: .init(), tokens: TokenFiles(folder: "\(folder.path)/tokens"), keepsTokens: false,
      sandbox: BuiltInSandbox(folder: folder.path))
    let log = ExchangeLog()
    let clients = ProfileClients(factory, log: log)
    let (news, inbox) = AsyncStream.makeStream(of: ProfileTag.self)
    let tell: @Sendable (Action) -> Void = { if case .exchanged(let tag, _) = $0 { inbox.yield(tag) } }
    let (one, other) = (ProfileTag(number: 1), ProfileTag(number: 2))
    let old = Profile(name: "old", environment: .builtInSandbox, dialect: .psd2)
    var new = old
    new.name = "new"
    _ = try await clients.client(for: Caller(old, one), tell: tell).countries()
    await clients.rename(Caller(new, one))
    _ = try await clients.client(for: Caller(new, one), tell: tell).countries()
    #expect(log.exchanges.map(\.operation) == [.token, .countries, .countries])
    inbox.finish()
    var told: [ProfileTag] = []
    for await tag in news { told.append(tag) }
    #expect(told == [one, one, one])
    _ = try await clients.client(for: Caller(old, other), tell: { _ in }).countries()
    #expect(log.exchanges.count { $0.operation == .token } == 2, "another with the old name has a client of its own")
    await factory.stop()
  }
}
