public import ExplorerStorage
public import FoundationEssentials
import HTTPTypes
public import OpenPayments

/// Carries out effects away from the screen's thread and hands back what comes of them.
///
/// Results of cancelled loads are dropped; so nothing arrives late.
@MainActor
public final class EffectRunner {
  /// Gives the client for a profile, made at first need. May take a while, such as until the built-in sandbox runs.
  public typealias Connect = @Sendable (Profile) async throws(LoadFailure) -> OpenPaymentsClient

  /// Has the client of a profile serve it under the name that it has now.
  public typealias Rename = @Sendable (Profile, _ new: Profile) async -> Void

  /// How long the cursor must rest on a row before what it needs is loaded.
  private static let rest: Duration = .milliseconds(120)

  let connect: Connect
  private let rename: Rename
  private let desktop: Desktop
  private let history: HistoryStore?
  private let profiles: ProfileFiles
  private let guide: GuideTools
  let clock: any Clock<Duration>
  private let places: PlaceKeeper
  private let screen: ScreenKeeper
  let now: @Sendable () -> Date
  let send: @MainActor (Action) -> Void
  private var loads: [LoadKey.Kind: Task<Void, Never>] = [:]
  private var rests: [LoadKey.Kind: Task<Void, Never>] = [:]
  private var reading: Task<Void, Never>?
  private var tick: Task<Void, Never>?
  private var finding: Task<Void, Never>?
  private var gathering: Task<Void, Never>?
  private var fileReading: Task<Void, Never>?
  private var call: Task<Void, Never>?
  private var comparing: [Task<Void, Never>] = []
  private var profileTest: Task<Void, Never>?
  private var guideCall: Task<Void, Never>?
  private var rehearsal: Task<Void, Never>?
  private var watching: Task<Void, Never>?
  private var walking: Task<Void, Never>?
  private var keepingPlace: [String: Task<Void, Never>] = [:]
  private var keepingTheme: Task<Void, Never>?
  private var keepingPanes: Task<Void, Never>?
  var checks: [Profile.ID: Task<Void, Never>] = [:]
  var renewals: [Profile.ID: Task<Void, Never>] = [:]

  public init(
    connect: @escaping Connect, rename: @escaping Rename = { _, _ in }, desktop: Desktop, history: HistoryStore? = nil,
    profiles: ProfileFiles = ProfileFiles(), guide: GuideTools = GuideTools(),
    places: PlaceKeeper = PlaceKeeper(),
    screen: ScreenKeeper = ScreenKeeper(),
    clock: any Clock<Duration> = TimerClock(),
    now: @escaping @Sendable () -> Date = { Date() }, send: @escaping @MainActor (Action) -> Void
  ) {
    self.connect = connect
    self.rename = rename
    self.desktop = desktop
    self.history = history
    self.profiles = profiles
    self.guide = guide
    self.places = places
    self.screen = screen
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
    case .find(let job):
      finding?.cancel()
      finding = Task { await find(job) }
    case .query(let job):
      finding?.cancel()
      finding = Task { await find(job) }
    case .stopFinding: finding?.cancel()
    case .gather(let job):
      gathering?.cancel()
      gathering = Task { await gather(job) }
    case .closeFinder(let entries):
      gathering?.cancel()
      Self.release(entries)
    case .retryNow(let profile): Task { [connect] in try? await connect(profile).retryNow() }
    case .tick(let date):
      tick?.cancel()
      tick = date.map { after(.seconds(clamping: max($0.timeIntervalSince(now()), 0)), .ticked) }
    case .copy(let clipping): Task { send(.copied(clipping, await desktop.copy(clipping.text))) }
    case .save(let source, let path): Task { send(.saved(await desktop.save(source, to: path))) }
    case .call(let profile, let request):
      call?.cancel()
      call = Task { await make(request, as: profile) }
    case .cancelCall: call?.cancel()
    case .fetchToken(let profile, let exchange):
      Task { send(.tokenFetched(profile.id, await token(of: profile, for: exchange), for: exchange)) }
    case .token(let profile, let task): carryOut(task, for: profile)
    case .readHistory(let request):
      reading?.cancel()
      reading = Task { await read(request) }
    case .cancelHistory: reading?.cancel()
    case .takeFromHistory(let ids, let use): Task { send(await history.take(ids, for: use)) }
    case .deleteExchanges(let ids): Task { send(await history.deleted(ids)) }
    case .callSide(let profile, let path, let key): comparing.append(Task { await call(profile, path, key) })
    case .compare(let pair, let comparison): comparing.append(Task { await compare(pair, comparison) })
    case .cancelComparison:
      for task in comparing { task.cancel() }
      comparing = []
    case .copyPatch(let difference): Task { send(.clipped(await Self.clipping(of: difference))) }
    case .readFile: fileReading = Task { await readFile() }
    case .readProfiles: Task { await read(profiles) }
    case .changeProfiles(let change): Task { await apply(change, in: profiles) }
    case .renameProfile(let old, let new): Task { [rename] in await rename(old, new) }
    case .noteUse(let name): Task { await profiles.noteUse(name, now()) }
    case .lookForTokens(let known): Task { await lookForTokens(of: known, in: profiles) }
    case .testProfile(let profile):
      profileTest?.cancel()
      profileTest = Task { await test(profile) }
    case .cancelProfileTest: profileTest?.cancel()
    case .allow(let hosts): Task { await allow(hosts, in: profiles) }
    case .walk(let profile, let plan):
      walking?.cancel()
      walking = Task { await walk(plan, as: profile) }
    case .cancelWalk: walking?.cancel()
    case .readMarks: Task { if let marks = await places.readMarks() { send(.marksRead(marks)) } }
    case .keepMark(let name, let address):
      Task { if let reason = await places.setMark(name, address) { send(.markNotKept(reason)) } }
    case .keepPlace(let profile, let address):
      keep(with: &keepingPlace[profile]) { [places] in await places.noteLast(profile, address) }
    case .portal(let task): Task { await carryOut(task, with: guide) }
    case .keepTheme(let choice): keep(with: &keepingTheme) { [screen] in await screen.keepTheme(choice) }
    case .keepArrangement(let panes): keep(with: &keepingPanes) { [screen] in await screen.keepArrangement(panes) }
    case .keepProgress(let progress): Task { await guide.keepProgress(progress) }
    case .watchSignIns(let isOn):
      watching?.cancel()
      watching = isOn ? Task { await watchSignIns(with: guide) } : nil
    case .rehearse(let request):
      rehearsal?.cancel()
      rehearsal = Task { await rehearse(request, with: guide) }
    case .cancelRehearsal: rehearsal?.cancel()
    case .guideCall(let profile, let request):
      guideCall?.cancel()
      guideCall = Task { await call(request, as: profile) }
    case .cancelGuideCall: guideCall?.cancel()
    case .suspend, .redraw, .useMouse, .quit: break
    }
  }

  private func read(_ request: HistoryRequest) async {
    let outcome = await history.outcome(of: request)
    guard !Task.isCancelled else { return }
    send(.historyRead(request, outcome))
  }

  /// Keeps what comes last: one after another, and of those that wait the newest alone.
  private func keep(with task: inout Task<Void, Never>?, _ work: @escaping @Sendable () async -> Void) {
    let previous = task
    previous?.cancel()
    task = Task {
      await previous?.value
      if !Task.isCancelled { await work() }
    }
  }

  /// Ends everything under way.
  public func stop() {
    let single = [
      tick, finding, gathering, call, reading, fileReading, profileTest, guideCall, rehearsal, watching, walking,
      keepingTheme, keepingPanes,
    ].compactMap(\.self)
    let many = [loads.values, rests.values].flatMap(\.self) + [checks.values, renewals.values].flatMap(\.self)
    for task in single + many + comparing + keepingPlace.values { task.cancel() }
  }

  private func after(_ duration: Duration, _ action: Action) -> Task<Void, Never> {
    Task {
      guard (try? await clock.sleep(for: duration)) != nil, !Task.isCancelled else { return }
      send(action)
    }
  }

  private func readFile() async {
    let (steps, inbox) = AsyncStream.makeStream(of: FileReadingStep.self)
    let reading = Task { [desktop] in
      await desktop.readFile { inbox.yield($0) }
      inbox.finish()
    }
    await withTaskCancellationHandler {
      for await step in steps { send(.fileRead(step)) }
    } onCancel: {
      reading.cancel()
    }
  }

  private func make(_ request: CallRequest, as profile: Profile) async {
    let meter = ReceivedMeter { count in
      Task { @MainActor [weak self] in self?.send(.callReceived(profile.id, count)) }
    }
    let outcome = await Self.outcome(of: request, onReceived: meter.note) { () throws(LoadFailure) in
      try await self.connect(profile)
    }
    guard !Task.isCancelled else { return }
    send(.called(profile.id, outcome))
  }

  @concurrent
  private static func outcome(
    of request: CallRequest, onReceived: @escaping ReceivedBytes,
    connect: @Sendable () async throws(LoadFailure) -> OpenPaymentsClient
  ) async -> CallOutcome {
    do {
      let exchange = try await connect().get(
        request.path, fields: request.fields ?? [:], fieldsAreComplete: request.fields != nil,
        bodyLimit: CallRequest.bodyLimit, onReceived: onReceived)
      return .answered(Inspection(exchange))
    } catch {
      return .failed(LoadFailure(any: error))
    }
  }

  private func token(of profile: Profile, for exchange: Exchange) async -> Result<Secret, LoadFailure> {
    do {
      let client = try await connect(profile)
      guard client.configuration.api.isBase(of: exchange.request) else {
        return .failure(
          LoadFailure(
            message: "This call went to \(exchange.request.authority ?? "another address"), and \(profile.name) calls "
              + "\(client.configuration.api): no token goes with it.",
            suggestion: "e makes the call there."))
      }
      return .success(try await client.token().value)
    } catch {
      return .failure(LoadFailure(any: error))
    }
  }

  private func load(_ profile: Profile, _ key: LoadKey) async {
    let meter = ReceivedMeter { count in
      Task { @MainActor [weak self] in self?.send(.loadReceived(profile.id, key, count)) }
    }
    let outcome = await Self.outcome(
      of: key,
      connect: { () throws(LoadFailure) in try await self.connect(profile).telling(meter.note) }, now: now)
    guard !Task.isCancelled else { return }
    send(.loaded(profile.id, key, outcome))
  }

  @concurrent
  static func outcome(
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
    } catch {
      return .failed(LoadFailure(any: error))
    }
  }
}
