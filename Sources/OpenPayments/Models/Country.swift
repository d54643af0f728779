/// A country the platform reaches ASPSPs in.
public struct Country: Sendable, Hashable {
  /// ISO 3166-1 alpha-2; empty if the platform sent none.
  public var isoCountryCode: String
  /// English name; empty if the platform sent none. In seed the member is called `country`.
  public var name: String
  /// The platform's own id, a UUID; psd2 only and rarely sent.
  public var id: String?
  /// Members that no document names, in the order sent.
  public var additional: [AdditionalMember]

  /// A country with these members.
  public init(isoCountryCode: String, name: String, id: String? = nil, additional: [AdditionalMember] = []) {
    self.isoCountryCode = isoCountryCode
    self.name = name
    self.id = id
    self.additional = additional
  }
}
