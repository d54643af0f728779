import Glibc

/// Writing to and reading from a file descriptor without a buffer in between.
package enum FileDescriptor {
  /// The system's number of what went wrong.
  package struct Failure: Error, Hashable {
    package let number: Int32
  }

  /// - Returns: 0, or the error number if not everything could be written.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return count == 0 ? EIO : errno
      }
    }
    return 0
  }

  /// Reads to the end.
  ///
  /// - Returns: nil if there are more bytes than `limit`.
  package static func read(_ descriptor: Int32, limit: Int) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        let result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        failure = result < 0 ? errno : 0
        count = max(result, 0)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw Failure(number: failure) }
      guard !chunk.isEmpty else { return bytes }
      bytes += chunk
    }
    return nil
  }
}
