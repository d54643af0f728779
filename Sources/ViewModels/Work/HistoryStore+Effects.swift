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
      case .found(let ids, let query):
        return .found(try await self.found(ids, by: query))
      }
    } catch {
      return .failed(error.description)
    }
  }

  /// Away from the screen's thread, as every ``Inspection`` is made.
  @concurrent
  func take(_ ids: [UUID], for use: HistoryUse) async -> HistoryRoom.News {
    guard let self else { return .missing(Self.missing) }
    do {
      let records = try await self.records(ids)
      guard records.count == ids.count else { return .missing("it is not in the history any more") }
      let taken = records.map {
        TakenExchange(inspection: Inspection($0.exchange), profile: $0.row.profile, number: $0.row.number)
      }
      return .taken(taken, use)
    } catch {
      return .missing(error.description)
    }
  }

  func deleted(_ ids: [UUID]) async -> HistoryRoom.News {
    guard let self else { return .deleted(ids, reason: Self.missing) }
    do {
      try await self.delete(ids)
      return .deleted(ids, reason: nil)
    } catch {
      return .deleted(ids, reason: error.description)
    }
  }
}
