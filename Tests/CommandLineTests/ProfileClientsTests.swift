import ExplorerStorage
import OpenPayments
import Testing
import ViewModels

@testable import opx

/// The clients of an explorer's profiles.
struct ProfileClientsTests {
  @Test("A profile that gets another name keeps its client and with it the token; its news come under the new name")
  func renamed() async throws {
    let folder = try TemporaryFolder()
    let factory = ClientFactory(
      transport: .init(), tokens: TokenFiles(folder: "\(folder.path)/tokens"), keepsTokens: false,
      sandbox: BuiltInSandbox(folder: folder.path))
    let log = ExchangeLog()
    let clients = ProfileClients(factory, log: log)
    let (news, inbox) = AsyncStream.makeStream(of: Profile.ID.self)
    let tell: @Sendable (Action) -> Void = { if case .exchanged(let id, _) = $0 { inbox.yield(id) } }
    let old = Profile(name: "old", environment: .builtInSandbox, dialect: .psd2)
    var new = old
    new.name = "new"
    _ = try await clients.client(for: old, tell: tell).countries()
    await clients.rename(old, to: new)
    _ = try await clients.client(for: new, tell: tell).countries()
    #expect(log.exchanges.map(\.operation) == [.token, .countries, .countries])
    inbox.finish()
    var told: [Profile.ID] = []
    for await id in news { told.append(id) }
    #expect(told == [old.id, old.id, new.id])
    _ = try await clients.client(for: old, tell: { _ in }).countries()
    #expect(log.exchanges.count { $0.operation == .token } == 2, "the old name has a client of its own")
    await factory.stop()
  }
}
