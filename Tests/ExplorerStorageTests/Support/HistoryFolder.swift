import ExplorerStorage
import Foundation
import GRDB

/// A folder for one history, gone with the value.
final class HistoryFolder: Sendable {
  static let now = Date(timeIntervalSince1970: 1_800_000_000)

  let folder = FileManager.default.temporaryDirectory.path + "/opx-history-" + UUID().uuidString
  var path: String { "\(folder)/history.sqlite" }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func store(_ settings: HistorySettings = HistorySettings()) -> HistoryStore {
    HistoryStore(path: path, settings: settings, now: { Self.now })
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  /// Everything that any file of the folder holds.
  func bytes() throws -> Data {
    try names.reduce(into: Data()) { $0 += try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($1)")) }
  }

  func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  func write(_ bytes: Data) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  /// Changes the file as another program would.
  func execute(_ sql: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
  }
}
