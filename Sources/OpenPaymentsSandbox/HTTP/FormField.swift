/// One `name=value` of an `application/x-www-form-urlencoded` text.
struct FormField: Equatable {
  let name: String
  let value: String

  struct Malformed: Error {}

  /// The fields of a body. Throws for a malformed escape and for bytes that are not UTF-8.
  static func list(_ text: some Collection<UInt8>) throws(Malformed) -> [FormField] {
    var fields: [FormField] = []
    for (name, value) in pairs(text) {
      guard
        let name = PercentEncoding.decode(name, plusIsBlank: true),
        let value = PercentEncoding.decode(value, plusIsBlank: true)
      else { throw Malformed() }
      fields.append(FormField(name: name, value: value))
    }
    return fields
  }

  /// The fields of a query, in which what cannot be decoded stays as it is.
  static func lenientList(_ text: some Collection<UInt8>) -> [FormField] {
    pairs(text).map { name, value in
      FormField(
        name: PercentEncoding.decode(name, plusIsBlank: true) ?? String(decoding: name, as: UTF8.self),
        value: PercentEncoding.decode(value, plusIsBlank: true) ?? String(decoding: value, as: UTF8.self))
    }
  }

  private static func pairs(_ text: some Collection<UInt8>) -> [(name: [UInt8], value: [UInt8])] {
    text.split(separator: UInt8(ascii: "&")).map { pair in
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (Array(parts[0]), parts.count == 2 ? Array(parts[1]) : [])
    }
  }
}
