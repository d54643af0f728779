import ExplorerStorage
import FoundationEssentials
import Glibc
import OpenPayments

/// Where an archive goes: into a new file, or to standard output.
struct ArchiveTarget: Sendable {
  private let name: String

  init(_ text: String) throws { name = try OptionText.nonEmpty(text) }

  var isStandardOutput: Bool { name == "-" }

  /// The end of a sentence about what was written.
  var words: String { isStandardOutput ? "" : " to \(name)" }

  /// Whether an archive can be written there is known by now, and nothing was.
  func open() throws(CommandFailure) -> ArchiveOutput {
    guard !isStandardOutput else {
      let flags = fcntl(STDOUT_FILENO, F_GETFL)
      guard flags >= 0, flags & O_ACCMODE != O_RDONLY else {
        throw CommandFailure(.outputNotWritten, "can't write to standard output, which is closed; name a file")
      }
      return ArchiveOutput(target: self, draft: nil)
    }
    let path = HomePath.expanded(name, home: ProcessInfo.processInfo.environment["HOME"])
    do { return ArchiveOutput(target: self, draft: try OwnFile(path).draft()) } catch { throw failure(error) }
  }

  fileprivate func failure(_ error: OwnFileError) -> CommandFailure {
    CommandFailure(
      .outputNotWritten,
      "can't write \(name) (\(SavedFile.reason(error))); name another file, or - for standard output")
  }
}

/// An archive on its way there. A file that it is not finished for is none.
struct ArchiveOutput: ~Copyable {
  fileprivate let target: ArchiveTarget
  /// nil for standard output.
  fileprivate let draft: Draft?

  func write(_ piece: [UInt8]) throws(CommandFailure) {
    switch draft {
    case .some(let draft): do { try draft.write(piece) } catch { throw target.failure(error) }
    case .none: try StandardOutput.write(piece)
    }
  }

  consuming func finish() throws(CommandFailure) {
    let target = target
    guard let draft = consume draft else { return try StandardOutput.write([UInt8(ascii: "\n")]) }
    do { try draft.publish() } catch { throw target.failure(error) }
  }
}
