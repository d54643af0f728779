import Foundation

/// A folder of a test's own, gone with it.
final class Folder: Sendable {
  private let root = FileManager.default.temporaryDirectory.path + "/opx-test-" + UUID().uuidString

  init() { try? FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { name.isEmpty ? root : "\(root)/\(name)" }

  func write(_ text: String, to name: String, mode: Int = 0o644) { write(Array(text.utf8), to: name, mode: mode) }

  func write(_ bytes: [UInt8], to name: String, mode: Int = 0o644) {
    let path = path(name)
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: mode])
  }

  /// nil if there is no such file.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  func mode(_ name: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path(name)))?[.posixPermissions] as? Int
  }
}
