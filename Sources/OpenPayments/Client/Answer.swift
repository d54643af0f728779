/// A typed value together with the calls that brought it.
public struct Answer<Value: Sendable>: Sendable {
  /// What was asked for.
  public let value: Value
  /// The call that brought the value; where it took several, the last one.
  public let exchange: Exchange
  /// The calls before it, in the order made.
  public let earlier: [Exchange]

  /// A value and the calls that brought it.
  public init(_ value: Value, exchange: Exchange, earlier: [Exchange] = []) {
    self.value = value
    self.exchange = exchange
    self.earlier = earlier
  }
}
