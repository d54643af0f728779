package import JSONText

/// A body while it arrives: one buffer of the size that was announced, or pieces until the end is known. It is never
/// grown by copying what is there already, and scanned for JSON on the way.
package struct BodyBuffer: Sendable {
  private static let pieceSize = 1 << 20
  /// No more is set aside before it has come: where there is no such room at all the program would end.
  private static let mostExpected = 1 << 30

  private var whole: [UInt8] = []
  /// What the announced size had no room for.
  private var pieces: [[UInt8]] = []
  package private(set) var count = 0
  package private(set) var scanner = JSONScanner()

  /// - Parameter expected: how many bytes are announced. A lie costs address space, no memory.
  package init(expected: Int = 0) { whole.reserveCapacity(min(max(expected, 0), Self.mostExpected)) }

  package mutating func append(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    scanner.scan(bytes.bindMemory(to: UInt8.self).span)
    if pieces.isEmpty, whole.count + bytes.count <= whole.capacity {
      whole.append(contentsOf: bytes)
      return
    }
    if pieces.last.map({ $0.count + bytes.count > $0.capacity }) ?? true {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(max(Self.pieceSize, bytes.count))
    }
    pieces[pieces.count - 1].append(contentsOf: bytes)
  }

  /// All bytes so far. What was kept in pieces is let go piece by piece.
  package mutating func takeBytes() -> [UInt8] {
    defer { self = BodyBuffer() }
    guard !pieces.isEmpty else { return whole }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    bytes.append(contentsOf: whole)
    whole = []
    pieces.reverse()
    while let piece = pieces.popLast() { bytes.append(contentsOf: piece) }
    return bytes
  }
}
