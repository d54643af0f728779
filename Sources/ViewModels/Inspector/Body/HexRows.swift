/// Bytes by their numbers, with what they are in ASCII beside them.
public struct HexRows: Sendable, Equatable {
  private static let digits = Array("0123456789abcdef".utf8)

  private let bytes: [UInt8]
  public let bytesPerRow: Int

  /// - Parameter width: columns there are for a row.
  public init(_ bytes: [UInt8], width: Int) {
    self.bytes = bytes
    bytesPerRow = width >= 142 ? 32 : width >= 76 ? 16 : width >= 43 ? 8 : 4
  }

  public var count: Int { (bytes.count + bytesPerRow - 1) / bytesPerRow }

  public func byte(ofRow row: Int) -> Int { row * bytesPerRow }
  public func row(atByte offset: Int) -> Int { min(offset / bytesPerRow, max(count - 1, 0)) }

  func line(_ row: Int) -> Line {
    let start = row * bytesPerRow
    let slice = bytes[start..<min(start + bytesPerRow, bytes.count)]
    var numbers: [UInt8] = []
    for (position, byte) in slice.enumerated() {
      if position > 0 { numbers.append(UInt8(ascii: " ")) }
      if position > 0, position % 8 == 0 { numbers.append(UInt8(ascii: " ")) }
      numbers += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
    }
    let width = bytesPerRow * 3 - 1 + (bytesPerRow - 1) / 8
    numbers += Array(repeating: UInt8(ascii: " "), count: width - numbers.count)
    let text = slice.map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: ".") }
    return Line([
      .init(offset(start), .muted), .init("  "), .init(String(decoding: numbers, as: UTF8.self), .number), .init("  "),
      .init(String(decoding: text, as: UTF8.self), .string),
    ])
  }

  private func offset(_ position: Int) -> String {
    let text = String(position, radix: 16)
    return String(repeating: "0", count: max(8 - text.utf8.count, 0)) + text
  }
}
