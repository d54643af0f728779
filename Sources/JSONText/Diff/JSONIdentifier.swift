extension JSONValue {
  /// The members that tell the platform's objects apart, the most telling first.
  static let identifiers = ["bicFi", "cityId", "isoCountryCode", "id"]

  /// The member that tells this object from others: of `bicFi`, `cityId`, `isoCountryCode` and `id` the first that holds
  /// a string or a number.
  public var identifier: (key: String, value: JSONValue)? {
    for key in Self.identifiers {
      if let value = identifyingValue(key) { return (key, value) }
    }
    return nil
  }

  func identifyingValue(_ key: String) -> JSONValue? {
    guard kind == .object, let value = self[key], value.kind == .string || value.kind == .number else { return nil }
    return value
  }
}
