import Foundation
import Testing

/// What should come out, kept as a text beside the tests.
///
/// To record all anew: `OPX_RECORD_GOLDENS=1 swift test --filter ScreensTests`, then read what changed.
enum Record {
  static let isRecording = ProcessInfo.processInfo.environment["OPX_RECORD_GOLDENS"] != nil
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// - Parameters:
  ///   - name: the file's, without its ending, with its folder.
  ///   - context: what to show besides the first line that differs.
  static func expect(
    _ actual: String, _ name: String, context: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let actual = actual + "\n"
    let file = folder.appending(path: "\(name).txt")
    if isRecording {
      try Data(actual.utf8).write(to: file)
      return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("there is no \(name); record it", sourceLocation: sourceLocation)
      return
    }
    guard actual != expected else { return }
    let pairs = zip(
      actual.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false))
    let row = pairs.enumerated().first { $0.element.0 != $0.element.1 }
    let difference =
      row.map { "line \($0.offset + 1) was\n\($0.element.0)\nand should be\n\($0.element.1)" } ?? "another length"
    Issue.record(
      "\(name): \(difference)\(context.map { "\n\n\($0)" } ?? "")", sourceLocation: sourceLocation)
  }

  /// Of the texts in a folder.
  static func names(in folder: String) -> Set<String> {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: folder).path())) ?? []
    return Set(files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) })
  }
}
