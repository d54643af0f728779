public import FoundationEssentials
public import OpenPayments

/// Reading all of the directory, list by list.
public struct DirectoryWalk: Sendable, Hashable {
  public let startedAt: Date
  public internal(set) var progress: DirectoryProgress
}
