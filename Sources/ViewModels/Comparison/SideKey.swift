/// A side of a comparison.
public struct SideKey: Sendable, Hashable {
  let comparison: Int
  let side: Int
}
