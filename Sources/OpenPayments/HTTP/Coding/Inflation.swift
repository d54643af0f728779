import CZlib

/// Decompression by zlib, with a limit on what comes out.
enum Inflation {
  enum Format: String {
    case gzip, deflate

    init?(coding: String) {
      switch coding {
      case "gzip", "x-gzip": self = .gzip
      case "deflate": self = .deflate
      default: return nil
      }
    }

    /// By the first bytes of a gzip member (RFC 1952) or of zlib's format (RFC 1950).
    init?(beginningOf bytes: [UInt8]) {
      guard bytes.count > 2 else { return nil }
      if bytes[0] == 0x1F, bytes[1] == 0x8B {
        self = .gzip
      } else if bytes[0] & 0x0F == 8, bytes[0] >> 4 <= 7, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 {
        self = .deflate
      } else {
        return nil
      }
    }
  }

  enum End {
    case complete, tooLarge, broken, cutShort
  }

  private static let chunkSize = 65_536

  /// - Returns: what could be decompressed, at most `limit` bytes, and how that ended.
  static func inflate(_ bytes: [UInt8], _ format: Format, limit: Int) -> ([UInt8], End) {
    switch format {
    case .gzip: return inflate(bytes, windowBits: 15 + 16, limit: limit)
    case .deflate:
      // The name means zlib's format, but some servers send the bare stream.
      let (output, end) = inflate(bytes, windowBits: 15, limit: limit)
      return end == .broken && output.isEmpty ? inflate(bytes, windowBits: -15, limit: limit) : (output, end)
    }
  }

  private static func inflate(_ bytes: [UInt8], windowBits: Int32, limit: Int) -> ([UInt8], End) {
    var stream = z_stream()
    guard cz_inflate_init(&stream, windowBits) == Z_OK else { return ([], .broken) }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    let end = bytes.withUnsafeBufferPointer { input -> End in
      // zlib declares its input as mutable and leaves it alone.
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        var status = Z_OK
        let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(buffer.count)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          count = buffer.count - Int(stream.avail_out)
        }
        let room = limit - output.count
        output += chunk.prefix(room)
        guard chunk.count <= room else { return .tooLarge }
        switch status {
        case Z_OK where stream.avail_in > 0 || stream.avail_out == 0: continue
        case Z_OK, Z_BUF_ERROR: return .cutShort
        case Z_STREAM_END:
          // The bare stream has no checksum, and text may look like one: its end alone tells that it is none.
          if windowBits < 0, stream.avail_in > 0 { return .broken }
          // gzip files may follow each other; anything else behind the end is no part of the body.
          guard windowBits > 15, stream.avail_in >= 2, let next = stream.next_in, next[0] == 0x1F, next[1] == 0x8B,
            inflateReset(&stream) == Z_OK
          else { return .complete }
        default: return .broken
        }
      }
    }
    return (output, end)
  }
}
