import JSONText
public import OpenPayments

/// An application as the portal tells of it.
public struct PortalApplication: Sendable, Hashable {
  public let clientID: String
  public let name: String
  public let redirectURIs: [String]
  public let scopes: [String]

  public init(clientID: String, name: String, redirectURIs: [String], scopes: [String]) {
    self.clientID = clientID
    self.name = name
    self.redirectURIs = redirectURIs
    self.scopes = scopes
  }

  /// - Returns: nil for what is no application.
  init?(_ json: JSONValue) {
    guard let clientID = json["client_id"]?.string, !clientID.isEmpty else { return nil }
    self.init(
      clientID: clientID, name: json["name"]?.string ?? "", redirectURIs: json.texts("redirect_uris"),
      scopes: json.texts("scopes"))
  }
}

/// What an application is registered with.
public struct ApplicationDraft: Sendable, Hashable {
  public let name: String
  public let redirectURIs: [String]
  public let scopes: [String]

  public init(name: String, redirectURIs: [String], scopes: [String]) {
    self.name = name
    self.redirectURIs = redirectURIs
    self.scopes = scopes
  }

  var body: [UInt8] {
    JSONOutput.members([
      "name": .string(name), "redirect_uris": .array(redirectURIs.map { .string($0) }),
      "scopes": .array(scopes.map { .string($0) }),
    ]).utf8()
  }
}

/// A new application with its secret, which the portal tells once.
public struct NewApplication: Sendable, Hashable {
  public let application: PortalApplication
  public let secret: Secret

  public init(application: PortalApplication, secret: Secret) {
    self.application = application
    self.secret = secret
  }
}

extension JSONValue {
  func texts(_ name: String) -> [String] { self[name]?.elements.compactMap(\.string) ?? [] }
}
