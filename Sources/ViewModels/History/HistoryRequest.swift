public import ExplorerStorage
public import FoundationEssentials

/// What a list of exchanges wants to know from the history.
public enum HistoryRequest: Sendable, Hashable {
  /// A piece of the list from a place on; of a list that ends at `newest`, or of all there is now.
  case piece(HistoryQuery, offset: Int, count: Int, newest: Int64?)
  /// What was written since, at most so many.
  case newer(HistoryQuery, than: Int64, count: Int)
  /// Which of these exchanges are in the list at all.
  case found([UUID], HistoryQuery)
}

/// What became of a request.
public enum HistoryOutcome: Sendable, Hashable {
  case window(HistoryWindow)
  case found(Set<UUID>)
  /// Why not, as the end of a sentence.
  case failed(String)
}
