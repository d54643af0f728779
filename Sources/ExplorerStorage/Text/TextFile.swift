import Glibc

/// Texts that somebody wrote with whatever editor: UTF-8, with a byte order mark or without, which is no part of them.
public enum TextFile {
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  /// Larger than any file that somebody writes by hand.
  public static let largest = 8 << 20

  /// - Parameter place: what the bytes are of, for the message.
  /// - Returns: the text without a byte order mark.
  public static func text(_ bytes: some Collection<UInt8>, of place: String) throws(ConfigurationError) -> String {
    let isUTF16 = isUTF16(Array(bytes.prefix(4)))
    guard !isUTF16, let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError("\(place): is not UTF-8 text\(isUTF16 ? " but UTF-16; save it as UTF-8" : "")")
    }
    return text.withoutByteOrderMark
  }

  /// - Returns: the file's text; nil if there is no such file.
  public static func read(_ path: String, largest: Int = largest) throws(ConfigurationError) -> String? {
    guard let bytes = try bytes(path, largest: largest) else { return nil }
    return try text(bytes, of: path)
  }

  static func bytes(_ path: String, largest: Int) throws(ConfigurationError) -> [UInt8]? {
    // What lets one wait, such as a pipe, is opened at once, and then refused.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if [ENOENT, ENOTDIR].contains(errno) { return nil }
      throw ConfigurationError("\(path): can't be read (\(FileTrouble.words(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw ConfigurationError("\(path): can't be read (\(FileTrouble.words(EISDIR)))")
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largest else {
      throw ConfigurationError("\(path): is no file of at most \(largest) bytes")
    }
    do throws(FileDescriptor.Failure) {
      if let bytes = try FileDescriptor.read(descriptor, limit: largest) { return bytes }
    } catch {
      throw ConfigurationError("\(path): can't be read (\(FileTrouble.words(error.number)))")
    }
    throw ConfigurationError("\(path): is no file of at most \(largest) bytes")
  }

  /// Whether a text begins as UTF-16 does: with its mark, or with letters that are half zeros.
  private static func isUTF16(_ start: [UInt8]) -> Bool {
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return true }
    let zeros = start.map { $0 == 0 }
    return zeros == [true, false, true, false] || zeros == [false, true, false, true]
  }
}

extension String {
  /// Without the mark that some editors put before a text.
  public var withoutByteOrderMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(String.UnicodeScalarView(unicodeScalars.dropFirst())) : self
  }

  /// Short enough for a message.
  public var shown: String { count > 40 ? prefix(39) + "…" : self }
}
