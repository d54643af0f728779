import ExplorerStorage
import FoundationEssentials
import Glibc
import JSONText
import OpenPayments

/// A file named on the command line; `-` is standard input.
struct InputFile {
  /// As much of one as is read.
  static let limit = 1 << 30
  private static let chunkSize = 1 << 18

  let path: String
  /// How many bytes it has; nil where that shows only at its end.
  let size: Int?
  /// Nil for a pipe by name, which may let one wait when it is opened.
  private let descriptor: Int32?

  /// - Throws: ``CommandFailure`` if there is no such file, or not for us.
  init(_ path: String) throws(CommandFailure) {
    let path = HomePath.expanded(path, home: ProcessInfo.processInfo.environment["HOME"])
    self.path = path
    var status = stat()
    guard (path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)) == 0 else {
      throw Self.failure(path, errno)
    }
    let type = status.st_mode & S_IFMT
    guard type != S_IFDIR else { throw Self.failure(path, EISDIR) }
    size = type == S_IFREG ? status.st_size : nil
    descriptor = path == "-" ? dup(STDIN_FILENO) : type == S_IFIFO ? nil : try Self.open(path)
  }

  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    var body = try InputFile(path).read()
    return body.takeBytes()
  }

  /// Reads to the end. Once only.
  ///
  /// - Parameter progress: is told now and then how many bytes there are.
  func read(progress: (Int) -> Void = { _ in }) throws(CommandFailure) -> BodyBuffer {
    let descriptor = if let descriptor { descriptor } else { try Self.open(path) }
    defer { close(descriptor) }
    var body = BodyBuffer(expected: min(size ?? 0, Self.limit))
    while true {
      var error: Int32 = 0
      let count = withUnsafeTemporaryAllocation(byteCount: Self.chunkSize, alignment: 8) { chunk in
        let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
        error = errno
        if count > 0 { body.append(UnsafeRawBufferPointer(rebasing: chunk[..<count])) }
        return count
      }
      if count < 0, error == EINTR { continue }
      guard count >= 0 else { throw Self.failure(path, error) }
      guard body.count <= Self.limit else {
        throw CommandFailure(.usage, "can't read \(path): it has more than 1 GiB")
      }
      guard count > 0, !Task.isCancelled else { return body }
      progress(body.count)
    }
  }

  private static func open(_ path: String) throws(CommandFailure) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    return descriptor
  }

  private static func failure(_ path: String, _ error: Int32) -> CommandFailure {
    CommandFailure(.usage, "can't read \(path): \(FileTrouble.words(error))")
  }
}
