import ExplorerStorage
import FoundationEssentials

extension HistoryStore? {
  private static let missing = "there is no history"

  func outcome(of request: HistoryRequest) async -> HistoryOutcome {
    guard let self else { return .failed(Self.missing) }
    do {
      switch request {
      case .piece(let query, let offset, let count, let newest):
        return .window(try await self.window(query, offset: offset, count: count, upTo: newest))
      case .newer(let query, let number, let count):
        return .window(try await self.newer(than: number, query, count: count))
      }
    } catch {
      return .failed(error.description)
    }
  }

  /// Away from the screen's thread, as every ``Inspection`` is made.
  @concurrent
  func opened(_ id: UUID) async -> Action {
    guard let self else { return .exchangeMissing(Self.missing) }
    do {
      guard let record = try await self.records([id]).first else {
        return .exchangeMissing("it is not in the history any more")
      }
      return .inspected(Inspection(record.exchange))
    } catch {
      return .exchangeMissing(error.description)
    }
  }

  func deleted(_ ids: [UUID]) async -> Action {
    guard let self else { return .exchangesDeleted(ids, reason: Self.missing) }
    do {
      try await self.delete(ids)
      return .exchangesDeleted(ids, reason: nil)
    } catch {
      return .exchangesDeleted(ids, reason: error.description)
    }
  }
}
