import Glibc
import JSONText
import OpenPayments

/// A file named on the command line; `-` is standard input.
struct InputFile {
  /// As much of one as is read.
  static let limit = 1 << 30
  private static let chunkSize = 1 << 18

  let path: String
  private let descriptor: Int32
  /// How many bytes it has; nil where that shows only at its end.
  let size: Int?

  /// - Throws: ``CommandFailure`` if there is no such file, or not for us.
  init(_ path: String) throws(CommandFailure) {
    self.path = path
    descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Self.failure(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Self.failure(path, EISDIR) }
    size = status.st_mode & S_IFMT == S_IFREG ? status.st_size : nil
  }

  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    var body = try InputFile(path).read()
    return body.takeBytes()
  }

  /// Reads to the end. Once only.
  ///
  /// - Parameter progress: is told now and then how many bytes there are.
  func read(progress: (Int) -> Void = { _ in }) throws(CommandFailure) -> BodyBuffer {
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
      guard body.count <= Self.limit else { throw CommandFailure(.usage, "\(path) has more than 1 GiB") }
      guard count > 0, !Task.isCancelled else { return body }
      progress(body.count)
    }
  }

  private static func failure(_ path: String, _ error: Int32) -> CommandFailure {
    CommandFailure(.usage, "can't read \(path): \(String(cString: strerror(error)))")
  }
}
