import Glibc

/// A file named on the command line; `-` is standard input.
enum InputFile {
  /// As much of one as is read.
  static let limit = 1 << 30

  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(.usage, "can't read \(path): \(String(cString: strerror(errno)))")
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    guard let bytes = FileDescriptor.read(descriptor, limit: limit) else {
      throw CommandFailure(.usage, "can't read \(path), or it has more than 1 GiB")
    }
    return bytes
  }
}
