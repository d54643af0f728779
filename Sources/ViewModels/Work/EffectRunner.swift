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
  public typealias Connect = @Sendable (Caller) async throws(LoadFailure) -> OpenPaymentsClient

  /// Has the client of a profile serve it under the name that it has now.
  public typealias Rename = @Sendable (Caller) async -> Void

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
  private let lanes = Lanes()

  public init(
    connect: @escaping Connect, rename: @escaping Rename = { _ in }, desktop: Desktop, history: HistoryStore? = nil,
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
    case .platform(let call, let caller): perform(call, as: caller)
    case .browser(let work): perform(work)
    case .call(.cancel): lanes.cancel(.call)
    case .comparison(let work): perform(work)
    case .copying(.copy(let clipping)):
      lanes.begin { self.send(.copying(.copied(clipping, await self.desktop.copy(clipping.text)))) }
    case .finder(let work): perform(work)
    case .guide(let work): perform(work)
    case .history(let work): perform(work)
    case .inspector(let work): perform(work)
    case .look(let work): perform(work)
    case .places(let work): perform(work)
    case .profiles(let work): perform(work)
    case .saving(.write(let source, let path)):
      lanes.begin { self.send(.saved(await self.desktop.save(source, to: path))) }
    case .token(let work, let caller): perform(work, as: caller)
    case .retryNow(let caller): lanes.begin { [connect] in try? await connect(caller).retryNow() }
    case .tick(let date):
      lanes.cancel(.tick)
      if let date { wait(.tick, for: .seconds(clamping: max(date.timeIntervalSince(now()), 0)), then: .ticked) }
    case .allow(let hosts): lanes.begin { await self.allow(hosts, in: self.profiles) }
    case .readFile: lanes.begin { await self.readFile() }
    case .suspend, .redraw, .useMouse, .quit: break
    }
  }

  private func perform(_ call: PlatformCall, as caller: Caller) {
    switch call {
    case .browser(.load(let key)): lanes.replace(.load(key.kind)) { await self.load(key, as: caller) }
    case .browser(.walk(let plan)): lanes.replace(.walk) { await self.walk(plan, as: caller) }
    case .call(.get(let request)): lanes.replace(.call) { await self.make(request, as: caller) }
    case .comparison(.side(let key, let path)):
      lanes.begin(in: .comparison) { await self.call(path, as: caller, for: key) }
    case .copying(.token(let exchange)):
      lanes.begin {
        let token = await self.token(of: caller, for: exchange)
        self.send(.copying(.tokenFetched(caller.tag, token, for: exchange)))
      }
    case .profiles(.test): lanes.replace(.profileTest) { await self.test(caller) }
    case .token(.check(let report)): lanes.replace(.check(caller.tag)) { await self.check(report, as: caller) }
    case .token(.renew): lanes.replace(.renewal(caller.tag)) { await self.renewToken(as: caller) }
    case .guide(.make(let request)): lanes.replace(.guideCall) { await self.call(request, as: caller) }
    case .guide(.rehearse(let request)):
      lanes.replace(.rehearsal) { await self.rehearse(request, as: caller, with: self.guide) }
    }
  }

  private func perform(_ work: BrowserRoom.Work) {
    switch work {
    case .rest(let key): wait(.rest(key.kind), for: Self.rest, then: .browser(.rested(key)))
    case .cancel(let kind):
      lanes.cancel(.load(kind))
      lanes.cancel(.rest(kind))
    case .cancelWalk: lanes.cancel(.walk)
    case .keepPlace(let profile, let address):
      lanes.queueAlone(.place(profile: profile)) { [places] in await places.noteLast(profile, address) }
    }
  }

  private func perform(_ work: Inspector.Work) {
    switch work {
    case .find(let job): lanes.replace(.finding) { await self.find(job) }
    case .query(let job): lanes.replace(.finding) { await self.find(job) }
    case .stop: lanes.cancel(.finding)
    }
  }

  private func perform(_ work: ComparisonRoom.Work) {
    switch work {
    case .compare(let pair, let comparison): lanes.begin(in: .comparison) { await self.compare(pair, comparison) }
    case .makePatch(let difference):
      lanes.begin { self.send(.comparison(.patchMade(await Self.clipping(of: difference)))) }
    case .stop: lanes.cancel(.comparison)
    }
  }

  private func perform(_ work: Finder.Work) {
    switch work {
    case .gather(let job): lanes.replace(.gathering) { await self.gather(job) }
    case .close(let entries):
      lanes.cancel(.gathering)
      Self.release(entries)
    }
  }

  private func perform(_ work: Guide.Work) {
    switch work {
    case .portal(let task): lanes.begin { await self.carryOut(task, with: self.guide) }
    case .keepProgress(let progress): lanes.queueAlone(.progress) { [guide] in await guide.keepProgress(progress) }
    case .watchSignIns(true): lanes.replace(.signIns) { await self.watchSignIns(with: self.guide) }
    case .watchSignIns(false): lanes.cancel(.signIns)
    case .cancelRehearsal: lanes.cancel(.rehearsal)
    case .cancelCall: lanes.cancel(.guideCall)
    }
  }

  private func perform(_ work: HistoryRoom.Work) {
    switch work {
    case .read(let request): lanes.replace(.history) { await self.read(request) }
    case .stopReading: lanes.cancel(.history)
    case .take(let ids, let use): lanes.begin { self.send(.history(await self.history.take(ids, for: use))) }
    case .delete(let ids): lanes.begin { self.send(.history(await self.history.deleted(ids))) }
    }
  }

  private func perform(_ work: LookRoom.Work) {
    switch work {
    case .keepTheme(let choice): lanes.queueAlone(.theme) { [screen] in await screen.keepTheme(choice) }
    case .keepArrangement(let panes): lanes.queueAlone(.arrangement) { [screen] in await screen.keepArrangement(panes) }
    }
  }

  private func perform(_ work: PlacesRoom.Work) {
    switch work {
    case .read:
      lanes.queue(.marks) { if let marks = await self.places.readMarks() { self.send(.places(.read(marks))) } }
    case .keep(let name, let address):
      lanes.queue(.marks) {
        if let reason = await self.places.setMark(name, address) { self.send(.places(.notKept(reason))) }
      }
    }
  }

  private func perform(_ work: ProfilesRoom.Work) {
    switch work {
    case .read: lanes.queue(.profiles) { await self.read(self.profiles) }
    case .change(let change): lanes.queue(.profiles) { await self.apply(change, in: self.profiles) }
    case .rename(let caller): lanes.queue(.profiles) { [rename] in await rename(caller) }
    case .noteUse(let name): lanes.queue(.profiles) { await self.profiles.noteUse(name, self.now()) }
    case .lookForTokens(let callers): lanes.begin { await self.lookForTokens(of: callers, in: self.profiles) }
    case .forgetToken(let caller): lanes.begin { await self.forgetToken(as: caller) }
    case .endTrial: lanes.cancel(.profileTest)
    }
  }

  private func perform(_ work: TokenRoom.Work, as caller: Caller) {
    switch work {
    case .stopChecking: lanes.cancel(.check(caller.tag))
    case .stopRenewing: lanes.cancel(.renewal(caller.tag))
    case .forget: lanes.begin { await self.forgetToken(as: caller) }
    }
  }

  private func read(_ request: HistoryRequest) async {
    let outcome = await history.outcome(of: request)
    if !Task.isCancelled { send(.history(.read(request, outcome))) }
  }

  /// Ends everything under way.
  public func stop() { lanes.cancelAll() }

  private func wait(_ lane: Lane, for duration: Duration, then action: Action) {
    lanes.replace(lane) {
      guard (try? await self.clock.sleep(for: duration)) != nil, !Task.isCancelled else { return }
      self.send(action)
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
}
