public import OpenPayments

/// Something that a column lists.
public protocol Listed: Sendable, Equatable {
  var row: Row { get }
}

extension Country: Listed {
  public var row: Row { Row(id: isoCountryCode, code: isoCountryCode, name: name, alias: id ?? "") }
}

extension City: Listed {
  public var row: Row { Row(id: cityId, code: "", name: name, alias: cityId) }
}

extension ASPSP: Listed {
  public var row: Row { Row(id: bicFi, code: bicFi, name: name, alias: id ?? "") }
}
