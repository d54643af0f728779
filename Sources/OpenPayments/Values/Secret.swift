/// A value that must not be seen by accident: printing, interpolating or dumping it gives a mask.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What stands in a secret's place wherever it would be shown. Its length says nothing about the secret's.
  public static let mask = "••••••"

  private let value: String

  /// Wraps a value that is secret from here on.
  public init(_ value: String) { self.value = value }

  /// The value itself, for the one place that needs it.
  public func reveal() -> String { value }

  /// Whether there is nothing to keep.
  public var isEmpty: Bool { value.isEmpty }
  /// The mask.
  public var description: String { Self.mask }
  /// The mask.
  public var debugDescription: String { Self.mask }
  /// Shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
