import Foundation
import Terminal
import Testing

/// A screen as it should be, kept as text: the characters, then a letter for each cell's style and what the letters mean.
///
/// To record all screens anew: `OPX_RECORD_GOLDENS=1 swift test --filter GoldenTests`, then read what changed.
enum Golden {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens")
  static let isRecording = ProcessInfo.processInfo.environment["OPX_RECORD_GOLDENS"] != nil

  @MainActor
  static func expect(_ terminal: InMemoryTerminal, _ name: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let actual = "\(terminal.text)\n\n\(terminal.styles)\n"
    let file = folder.appending(path: "\(name).txt")
    if isRecording {
      try Data(actual.utf8).write(to: file)
      return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("there is no golden \(name); record it", sourceLocation: sourceLocation)
      return
    }
    guard actual != expected else { return }
    let pairs = zip(
      actual.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false))
    let row = pairs.enumerated().first { $0.element.0 != $0.element.1 }
    let difference =
      row.map { "line \($0.offset + 1) was\n\($0.element.0)\nand should be\n\($0.element.1)" } ?? "another length"
    Issue.record("\(name): \(difference)\n\nThe whole screen:\n\(terminal.text)", sourceLocation: sourceLocation)
  }

  static var names: Set<String> {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return Set(files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) })
  }
}
