import ExplorerStorage
import Foundation
import HTTPTypes
import OpenPayments

@testable import ViewModels

/// A history in a folder of its own, and somebody who answers what a browser asks of it.
final class KeptHistory: Sendable {
  private let folder = FileManager.default.temporaryDirectory.path + "/opx-history-" + UUID().uuidString
  let store: HistoryStore
  private let run = UUID()

  init() { store = HistoryStore(path: "\(folder)/history.sqlite", now: { World.start }) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// So many exchanges, the path of each ending with its number.
  @discardableResult
  func add(_ numbers: Range<Int>, status: Int = 200) async throws -> [UUID] {
    let entries = numbers.map { number in
      let exchange = Exchange(
        id: UUID(), operation: .aspsps, startedAt: World.start,
        request: HTTPRequest(method: .get, scheme: "https", authority: "api.example", path: "/psd2/\(number)"),
        requestBody: [], response: HTTPResponse(status: .init(code: status)), body: Array("[\(number)]".utf8),
        failure: nil, timings: .init(head: nil, total: .milliseconds(5)), tokenExchange: nil)
      return HistoryEntry(exchange, profile: "sandbox", run: run)
    }
    try await store.write(entries)
    return entries.map(\.exchange.id)
  }

  /// Answers everything that the last action asked of the history, and what follows from it.
  func answer(_ browser: inout Browser) async {
    let kept: HistoryStore? = store
    var waiting = browser.work
    while !waiting.isEmpty {
      switch waiting.removeFirst() {
      case .history(.read(let request)): browser.send(.history(.read(request, await kept.outcome(of: request))))
      case .history(.take(let ids, let use)): browser.send(.history(await kept.take(ids, for: use)))
      case .history(.delete(let ids)): browser.send(.history(await kept.deleted(ids)))
      default: continue
      }
      waiting += browser.work
    }
  }

  /// A browser on the history's page, with all that is to be seen there.
  func browser(rows: Int = 10) async -> Browser {
    var browser = Browser.settled(rows: rows)
    browser.press(.history)
    await answer(&browser)
    return browser
  }
}

extension Browser {
  /// The numbers of the exchanges on the history's page; nil for those that are not in memory.
  var shownNumbers: [Int?] {
    (history.top..<min(history.top + 10, history.total)).map { number(at: $0) }
  }

  func number(at position: Int) -> Int? {
    history.row(at: position).flatMap { Int($0.path.dropFirst("/psd2/".count)) }
  }

  var numberUnderCursor: Int? { number(at: history.cursor) }
}
