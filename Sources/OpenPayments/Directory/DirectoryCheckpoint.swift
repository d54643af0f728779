/// Where a reading of the directory stands, to be resumed from there: in this process or, since it can be encoded, in
/// another.
public struct DirectoryCheckpoint: Sendable, Hashable, Codable {
  /// The dialect that was read in.
  public let dialect: Dialect
  /// The calls still to be made, those that failed included.
  public let calls: [DirectoryCall]
  let knownBICs: Set<String>
  let done: Int
}
