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

  /// Where a row begins; the end for what comes after the last row.
  public func byte(ofRow row: Int) -> Int { row < count ? max(row, 0) * bytesPerRow : bytes.count }
  public func row(atByte offset: Int) -> Int { min(max(offset, 0) / bytesPerRow, max(count - 1, 0)) }

  /// - Parameter hits: bytes that stand out, by their place among all.
  func line(_ row: Int, marking hits: [Range<Int>]) -> Line {
    guard (0..<count).contains(row) else { return Line() }
    let start = row * bytesPerRow
    let slice = bytes[start..<min(start + bytesPerRow, bytes.count)]
    var numbers: [Line.Piece] = []
    var text: [Line.Piece] = []
    for (position, byte) in slice.enumerated() {
      let gap = position == 0 ? "" : position % 8 == 0 ? "  " : " "
      let isHit = hits.contains { $0.contains(start + position) }
      numbers.append(.init(gap))
      numbers.append(.init(Self.number(byte), isHit ? .match : .plain))
      text.append(.init((0x20..<0x7F).contains(byte) ? String(Unicode.Scalar(byte)) : ".", isHit ? .match : .string))
    }
    let missing = bytesPerRow - slice.count
    let blanks = missing * 3 + (bytesPerRow - 1) / 8 - (max(slice.count, 1) - 1) / 8
    return Line(
      [.init(offset(start), .muted), .init("  ")] + Self.joined(numbers)
        + [.init(String(repeating: " ", count: blanks + 2))] + Self.joined(text))
  }

  private static func number(_ byte: UInt8) -> String {
    String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
  }

  /// Neighbours of one role as one piece.
  private static func joined(_ pieces: [Line.Piece]) -> [Line.Piece] {
    pieces.reduce(into: []) { joined, piece in
      if let last = joined.last, last.role == piece.role {
        joined[joined.count - 1] = .init(last.text + piece.text, piece.role)
      } else if !piece.text.isEmpty {
        joined.append(piece)
      }
    }
  }

  private func offset(_ position: Int) -> String {
    let text = String(position, radix: 16)
    return String(repeating: "0", count: max(8 - text.utf8.count, 0)) + text
  }
}
