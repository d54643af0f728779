import Glibc

/// The two ends of what a pipe or a pseudo-terminal is for. Made in one step each, so that no other child inherits them.
struct DescriptorPair: Sendable {
  let reading: Int32
  let writing: Int32

  static func pipe() -> DescriptorPair {
    var ends: [Int32] = [0, 0]
    socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends)
    return DescriptorPair(reading: ends[0], writing: ends[1])
  }

  /// What is written to the terminal comes out at the reading end.
  static func terminal() -> DescriptorPair {
    let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
    let number: UInt = 0x8004_5430  // TIOCGPTN
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var value: Int32 = 0
    _ = ioctl(master, unlock, &value)
    _ = ioctl(master, number, &value)
    let slave = open("/dev/pts/\(value)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    return DescriptorPair(reading: master, writing: slave)
  }

  /// Everything up to the end, or up to the first line break.
  func read(toLineBreak: Bool = false) async -> String {
    await onThread {
      var bytes: [UInt8] = []
      var byte: UInt8 = 0
      // A terminal without writers fails in place of ending.
      while Glibc.read(reading, &byte, 1) == 1 {
        bytes.append(byte)
        if toLineBreak, byte == UInt8(ascii: "\n") { break }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
