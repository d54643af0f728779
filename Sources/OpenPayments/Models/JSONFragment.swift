/// A piece of JSON kept as the platform sent it.
public struct JSONFragment: Sendable, Hashable, CustomStringConvertible {
  /// Valid JSON, UTF-8, byte for byte as received.
  public let bytes: ArraySlice<UInt8>

  /// - Parameter bytes: a part of an answer keeps the whole of it in memory.
  public init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Takes the bytes as they are.
  public init(bytes: [UInt8]) { self.bytes = bytes[...] }

  /// The text as sent.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// A member that no document of the platform names, or one whose type makes no sense there; kept in the order received.
public struct AdditionalMember: Sendable, Hashable {
  /// The member's name.
  public let name: String
  /// The member's value, as sent.
  public let value: JSONFragment

  /// Takes the bytes as they are.
  public init(name: String, value: JSONFragment) {
    self.name = name
    self.value = value
  }
}
