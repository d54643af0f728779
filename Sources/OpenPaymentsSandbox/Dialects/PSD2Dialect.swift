import FoundationEssentials
import HTTPTypes
import JSONText

/// The platform's present dialect: three collections with filters, and their details.
struct PSD2Dialect: Sendable {
  let catalogue: Catalogue
  let authorization: BearerAuthorization

  /// - Parameters:
  ///   - path: the segments that follow `/psd2`.
  ///   - fallbackID: the `X-Request-ID` of the answer to a call that brings no usable one.
  func respond(
    to request: SandboxRequest, path: ArraySlice<String>, at now: Date, fallbackID: UUID
  ) -> SandboxResponse {
    var response: SandboxResponse
    do throws(TPPMessage) {
      response = SandboxResponse(.ok, json: try json(request, path, now))
    } catch {
      response = error.response
    }
    let id = request.fields[.xRequestID].flatMap { PlatformID.isWellFormed($0) ? $0 : nil }
    response.head.headerFields[.xRequestID] = id ?? fallbackID.uuidString.lowercased()
    return response
  }

  private func json(
    _ request: SandboxRequest, _ path: ArraySlice<String>, _ now: Date
  ) throws(TPPMessage) -> JSONOutput {
    guard let operation = PSD2Operation(path) else {
      throw TPPMessage(.notFound, .resourceUnknown, "There is nothing at this path.")
    }
    guard request.method == .get else {
      throw TPPMessage(.methodNotAllowed, .serviceInvalid, "Only GET is allowed.", [.allow: "GET"])
    }
    try authorize(request, now)
    guard PlatformID.isWellFormed(request.fields[.xRequestID] ?? "") else {
      throw TPPMessage(.badRequest, .formatError, "The header X-Request-ID is missing or is not a UUID.")
    }
    guard MediaRange.acceptsJSON(request.fields[.accept]) else {
      throw TPPMessage(.notAcceptable, .requestedFormatsInvalid, "Only application/json is offered.")
    }
    return try json(of: operation, request)
  }

  private func authorize(_ request: SandboxRequest, _ now: Date) throws(TPPMessage) {
    do throws(BearerAuthorization.Refusal) {
      let token = try authorization.token(in: request.fields, at: now)
      guard token.allows(.aspspInformation), token.allows(.private) || token.allows(.corporate) else {
        throw BearerAuthorization.Refusal.insufficientScope("aspspinformation private")
      }
    } catch {
      throw TPPMessage(error)
    }
  }

  private func json(of operation: PSD2Operation, _ request: SandboxRequest) throws(TPPMessage) -> JSONOutput {
    switch operation {
    case .countries:
      let filter = try PSD2Filter(request.query)
      return ["countries": .array(catalogue.countries.filter(filter.passes).map(Self.country))]
    case .cities:
      let filter = try PSD2Filter(request.query)
      return ["cities": .array(catalogue.cities.filter(filter.passes).map(Self.city))]
    case .aspsps:
      let filter = try PSD2Filter(request.query)
      return ["aspsps": .array(catalogue.banks.filter(filter.passes).map(Self.aspspItem))]
    case .country(let isoCountryCode):
      try check(PSD2Pattern.isCountryCode(isoCountryCode), "The country code is malformed.")
      return Self.country(try found(catalogue.country(isoCountryCode), "country"))
    case .city(let id):
      try check(PlatformID.isWellFormed(id), "The city id is not a UUID.")
      return Self.city(try found(catalogue.city(id), "city"))
    case .aspsp(let bicFi):
      try check(PSD2Pattern.isBIC(bicFi), "The BIC is malformed.")
      return Self.aspsp(try found(catalogue.bank(bicFi), "BIC"), origin: request.origin)
    }
  }

  private func check(_ isWellFormed: Bool, _ text: String) throws(TPPMessage) {
    if !isWellFormed { throw TPPMessage(.badRequest, .formatError, text) }
  }

  private func found<Item>(_ item: Item?, _ kind: String) throws(TPPMessage) -> Item {
    guard let item else { throw TPPMessage(.notFound, .resourceUnknown, "This \(kind) is unknown.") }
    return item
  }
}

extension HTTPField.Name {
  static let xRequestID = HTTPField.Name("X-Request-ID")!
}
