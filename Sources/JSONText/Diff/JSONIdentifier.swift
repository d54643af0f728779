extension JSONValue {
  /// The members that tell the platform's objects apart, the most telling first.
  static let identifiers = ["bicFi", "cityId", "isoCountryCode", "id"]

  /// Where an object is only shown, so many members are searched.
  private static let shownMembers = 64

  /// The member that tells this object from others: of `bicFi`, `cityId`, `isoCountryCode` and `id` the first that holds
  /// a string or a number and is among the first members.
  public var identifier: (key: String, value: JSONValue)? {
    let members = members.prefix(Self.shownMembers).filter { $0.value.kind == .string || $0.value.kind == .number }
    for key in Self.identifiers {
      if let member = members.last(where: { key ~= $0.key }) { return (key, member.value) }
    }
    return nil
  }

  func identifyingValue(_ key: String) -> JSONValue? {
    guard kind == .object, let value = self[key], value.kind == .string || value.kind == .number else { return nil }
    return value
  }
}
