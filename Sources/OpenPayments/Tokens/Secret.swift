/// A value that must not be seen by accident: printing, interpolating or dumping it gives a mask.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What stands in a secret's place wherever it would be shown. Its length says nothing about the secret's.
  public static let mask = "••••••"

  private let value: String

  public init(_ value: String) { self.value = value }

  /// The value itself, for the one place that needs it.
  public func reveal() -> String { value }

  public var isEmpty: Bool { value.isEmpty }
  public var description: String { Self.mask }
  public var debugDescription: String { Self.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
