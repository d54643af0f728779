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

  let connect: Connect
  private let desktop: Desktop
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Date
  let send: @MainActor (Action) -> Void
  private var loads: [LoadKey.Kind: Task<Void, Never>] = [:]
  private var rests: [LoadKey.Kind: Task<Void, Never>] = [:]
  private var tick: Task<Void, Never>?
  private var comparing: [Task<Void, Never>] = []

  public init(
    connect: @escaping Connect, desktop: Desktop, clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() }, send: @escaping @MainActor (Action) -> Void
  ) {
    self.connect = connect
    self.desktop = desktop
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
    case .call(let profile, let path, let key): comparing.append(Task { await call(profile, path, key) })
    case .compare(let pair, let comparison): comparing.append(Task { await compare(pair, comparison) })
    case .cancelComparison:
      for task in comparing { task.cancel() }
      comparing = []
    case .copyPatch(let difference): Task { send(.clipped(await Self.clipping(of: difference))) }
    case .suspend, .redraw, .quit: break
    }
  }

  /// Ends everything under way.
  public func stop() {
    for task in [tick].compactMap({ $0 }) + loads.values + rests.values + comparing { task.cancel() }
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
