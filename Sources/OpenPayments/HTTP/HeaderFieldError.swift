public import HTTPTypes

/// Why a header field that somebody typed can't be sent.
public enum HeaderFieldError: Error, Sendable, Hashable, CustomStringConvertible {
  case name
  case value
  /// The client sets it.
  case clientsOwn(String)

  /// What is wrong, as a sentence without its full stop.
  public var description: String {
    switch self {
    case .name: "A header's name is made of letters, digits and -_.!#$%&'*+^`|~"
    case .value: "A header's value holds no control characters"
    case .clientsOwn(let name): "\(name) is the client's own"
    }
  }
}

extension HTTPField {
  /// A field of somebody's own for a call, blanks around its value aside.
  public init(typed name: String, value: String) throws(HeaderFieldError) {
    guard let fieldName = Name(name) else { throw .name }
    guard !fieldName.isClientsOwn else { throw .clientsOwn(name) }
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    let trimmed = String(value.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    guard trimmed.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw .value }
    self.init(name: fieldName, value: trimmed)
  }
}

extension HTTPField.Name {
  private static let clientsOwn = ["authorization", "host", "content-length", "transfer-encoding"]

  /// Whether the client fills it in, so that nobody else may: who calls, whom, and how the request is framed.
  public var isClientsOwn: Bool { Self.clientsOwn.contains(canonicalName) }
}
