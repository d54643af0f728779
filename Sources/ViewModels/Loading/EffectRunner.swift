public import ExplorerStorage
public import FoundationEssentials
public import OpenPayments

/// Carries out effects away from the screen's thread and hands back what comes of them.
///
/// Results of cancelled loads are dropped; so nothing arrives late.
@MainActor
public final class EffectRunner {
  /// Gives the client for a profile, made at first need. May take a while, such as until the built-in sandbox runs.
  public typealias Connect = @Sendable (Profile) async throws(LoadFailure) -> OpenPaymentsClient

  /// How long the cursor must rest on a row before what it needs is loaded.
  private static let rest: Duration = .milliseconds(120)

  private let connect: Connect
  private let desktop: Desktop
  private let history: HistoryStore?
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Date
  private let send: @MainActor (Action) -> Void
  private var loads: [LoadKey.Kind: Task<Void, Never>] = [:]
  private var rests: [LoadKey.Kind: Task<Void, Never>] = [:]
  private var reading: Task<Void, Never>?
  private var tick: Task<Void, Never>?

  public init(
    connect: @escaping Connect, desktop: Desktop, history: HistoryStore? = nil,
    clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() }, send: @escaping @MainActor (Action) -> Void
  ) {
    self.connect = connect
    self.desktop = desktop
    self.history = history
    self.clock = clock
    self.now = now
    self.send = send
  }

  /// Carries out one effect; those that concern the terminal are not the runner's.
  public func perform(_ effect: Effect) {
    switch effect {
    case .rest(let key):
      rests[key.kind]?.cancel()
      rests[key.kind] = after(Self.rest, .rested(key))
    case .load(let profile, let key):
      loads[key.kind]?.cancel()
      loads[key.kind] = Task { await load(profile, key) }
    case .cancel(let kind):
      loads.removeValue(forKey: kind)?.cancel()
      rests.removeValue(forKey: kind)?.cancel()
    case .retryNow(let profile): Task { [connect] in try? await connect(profile).retryNow() }
    case .tick(let date):
      tick?.cancel()
      tick = date.map { after(.seconds(max($0.timeIntervalSince(now()), 0)), .ticked) }
    case .copy(let clipping): Task { send(.copied(clipping, await desktop.copy(clipping.text))) }
    case .save(let exchange, let path): Task { send(.saved(await desktop.save(exchange, to: path))) }
    case .readHistory(let request):
      reading?.cancel()
      reading = Task { await read(request) }
    case .cancelHistory: reading?.cancel()
    case .openExchange(let id): Task { send(await history.opened(id)) }
    case .deleteExchanges(let ids): Task { send(await history.deleted(ids)) }
    case .suspend, .redraw, .quit: break
    }
  }

  private func read(_ request: HistoryRequest) async {
    let outcome = await history.outcome(of: request)
    guard !Task.isCancelled else { return }
    send(.historyRead(request, outcome))
  }

  /// Ends everything under way.
  public func stop() {
    for task in [tick, reading].compactMap({ $0 }) + loads.values + rests.values { task.cancel() }
  }

  private func after(_ duration: Duration, _ action: Action) -> Task<Void, Never> {
    Task {
      guard (try? await clock.sleep(for: duration)) != nil, !Task.isCancelled else { return }
      send(action)
    }
  }

  private func load(_ profile: Profile, _ key: LoadKey) async {
    let outcome = await Self.outcome(
      of: key, connect: { () throws(LoadFailure) in try await self.connect(profile) }, now: now)
    guard !Task.isCancelled else { return }
    send(.loaded(profile.id, key, outcome))
  }

  @concurrent
  private static func outcome(
    of key: LoadKey, connect: @Sendable () async throws(LoadFailure) -> OpenPaymentsClient,
    now: @Sendable () -> Date
  ) async -> LoadOutcome {
    do {
      let client = try await connect()
      switch key {
      case .countries:
        let answer = try await client.countries()
        return .countries(Loaded(value: answer.value, inspection: Inspection(answer.exchange), at: now()))
      case .cities(let code):
        let answer = try await client.cities(in: code)
        return .cities(Loaded(value: answer.value, inspection: Inspection(answer.exchange), at: now()))
      case .aspsps(let place):
        let answer = try await client.aspsps(in: place.isoCountryCode, cityId: place.cityId)
        return .aspsps(Loaded(value: answer.value, inspection: Inspection(answer.exchange), at: now()))
      case .detail(let bicFi):
        let answer = try await client.aspsp(bicFi)
        return .detail(Loaded(value: answer.value, inspection: Inspection(answer.exchange), at: now()))
      }
    } catch let failure as LoadFailure {
      return .failed(failure)
    } catch let error as OpenPaymentsError {
      return .failed(LoadFailure(error))
    } catch {
      return .failed(LoadFailure(message: "\(error)", suggestion: "Try again."))
    }
  }
}
