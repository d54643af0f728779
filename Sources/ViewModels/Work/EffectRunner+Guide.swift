import ExplorerStorage
import FoundationEssentials
import OpenPayments
import PortalClient

extension EffectRunner {
  /// How long until the next look for sign-ins, and at one's own.
  static let guideInterval: Duration = .seconds(1)

  func carryOut(_ task: PortalTask, with tools: GuideTools) async {
    send(.guide(.portal(task, await Self.outcome(of: task, with: tools))))
  }

  /// Looks for sign-ins that wait, until it is cancelled, and tells when there are others than before.
  func watchSignIns(with tools: GuideTools) async {
    var last: [WaitingSignIn]?
    while !Task.isCancelled {
      if let seen = await Self.signIns(with: tools), !Task.isCancelled, seen != last {
        last = seen
        send(.guide(.signInsSeen(seen)))
      }
      guard (try? await clock.sleep(for: Self.guideInterval)) != nil else { return }
    }
  }

  /// Goes through a sign-in to the end.
  func rehearse(_ request: RehearsalRequest, as caller: Caller, with tools: GuideTools) async {
    func tell(_ news: Rehearsal.News) { if !Task.isCancelled { send(.guide(.rehearsed(request.id, news))) } }
    do {
      let credentials = try await connect(caller).configuration.credentials
      let flow = AuthorizationCodeFlow(
        try await tools.portal(),
        as: Credentials(
          clientID: credentials.clientID, clientSecret: credentials.clientSecret, scopes: request.scopes),
        redirectURI: request.redirectURI)
      let page = try await flow.begin()
      tell(.passed(await Self.inspection(page.exchange)))
      let waiting = try await flow.enter(email: request.email, password: request.password, on: page)
      tell(.waiting(number: waiting.number, await Self.inspection(waiting.exchange)))
      let code = try await decision(of: flow, on: waiting)
      tell(.passed(await Self.inspection(code.exchange)))
      let signedIn = try await flow.redeem(code)
      tell(.signedIn(signedIn, await Self.inspection(signedIn.exchange)))
    } catch is CancellationError {
      return
    } catch {
      let error = error as? PortalError ?? PortalError(LoadFailure(any: error).message)
      guard !error.isCancelled else { return }
      tell(.failed(error, await error.exchange.asyncMap(Self.inspection)))
    }
  }

  private func decision(
    of flow: AuthorizationCodeFlow, on page: AuthorizationCodeFlow.WaitingPage
  ) async throws -> AuthorizationCodeFlow.AuthorizationCode {
    while true {
      if case .approved(let code) = try await flow.decision(on: page) { return code }
      try await clock.sleep(for: Self.guideInterval)
    }
  }

  func call(_ request: GuideRequest, as caller: Caller) async {
    let result = await Self.answer(to: request) { () throws(LoadFailure) in try await self.connect(caller) }
    if !Task.isCancelled { send(.guide(.called(caller.tag, request.call, result))) }
  }

  @concurrent
  private static func inspection(_ exchange: Exchange) async -> Inspection { Inspection(exchange) }

  @concurrent
  private static func signIns(with tools: GuideTools) async -> [WaitingSignIn]? {
    try? await tools.portal().waitingSignIns()
  }

  @concurrent
  private static func outcome(
    of task: PortalTask, with tools: GuideTools
  ) async -> Result<PortalOutcome, PortalError> {
    do {
      let portal = try await tools.portal()
      var new: NewApplication?
      switch task {
      case .read:
        return .success(PortalOutcome(contents: try await portal.contents(), trouble: await tools.portalTrouble()))
      case .register(let draft): new = try await portal.register(draft)
      case .removeApplication(let application): try await portal.removeApplication(application.clientID)
      case .addTestUser(let draft): try await portal.addTestUser(draft)
      case .removeTestUser(let user): try await portal.removeTestUser(user.id)
      case .withdraw(let signIn): try await portal.decide(signIn.id, isApproved: false)
      case .decide(let signIn, let isApproved): try await portal.decide(signIn.id, isApproved: isApproved)
      }
      // What was done is done, whatever becomes of the look at it.
      if let contents = try? await portal.contents() {
        return .success(PortalOutcome(contents: contents, new: new))
      }
      return new.map { .success(.init(contents: .init(applications: [$0.application]), new: $0)) } ?? .failure(.unread)
    } catch {
      return .failure(error as? PortalError ?? PortalError(LoadFailure(any: error).message))
    }
  }

  @concurrent
  private static func answer(
    to request: GuideRequest, connect: @Sendable () async throws(LoadFailure) -> OpenPaymentsClient
  ) async -> Result<GuideAnswer, LoadFailure> {
    do {
      let client = try await connect()
      switch request {
      case .token:
        let token = try await client.renewToken()
        guard let exchange = token.exchange else {
          return .failure(
            LoadFailure(message: "Another program fetched it.", suggestion: "\(key: .open, in: .guide) asks again."))
        }
        return .success(
          GuideAnswer(summary: "a token", inspection: Inspection(exchange), next: .countries))
      case .countries:
        let answer = try await client.countries()
        let chosen =
          answer.value.first { $0.isoCountryCode == "SE" } ?? answer.value.first { !$0.isoCountryCode.isEmpty }
        return .success(
          GuideAnswer(
            summary: answer.value.count.of("country", "countries"), inspection: Inspection(answer.exchange),
            next: chosen.map { .cities(isoCountryCode: $0.isoCountryCode) }))
      case .cities(let code):
        let answer = try await client.cities(in: code)
        return .success(
          GuideAnswer(
            summary: "\(answer.value.count.of("city", "cities")) in \(code)", inspection: Inspection(answer.exchange),
            next: answer.value.first { !$0.cityId.isEmpty }
              .map { .aspsps(CityPlace(isoCountryCode: code, cityId: $0.cityId)) }))
      case .aspsps(let place):
        let answer = try await client.aspsps(in: place.isoCountryCode, cityId: place.cityId)
        return .success(
          GuideAnswer(
            summary: answer.value.count.of("ASPSP", "ASPSPs"), inspection: Inspection(answer.exchange), next: nil))
      }
    } catch {
      return .failure(LoadFailure(any: error))
    }
  }
}

extension PortalError {
  fileprivate static let unread = PortalError("It is done, but the portal's list could not be read again.")
}

extension Int {
  fileprivate func of(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}

extension Optional where Wrapped: Sendable {
  fileprivate func asyncMap<Value>(_ transform: (Wrapped) async -> Value) async -> Value? {
    if let self { await transform(self) } else { nil }
  }
}
