import JSONText
import Testing

@testable import OpenPayments

struct BodyBufferTests {
  private func buffer(_ chunks: [[UInt8]], expected: Int = 0) -> BodyBuffer {
    var buffer = BodyBuffer(expected: expected)
    for chunk in chunks { chunk.withUnsafeBytes { buffer.append($0) } }
    return buffer
  }

  @Test(
    "What came in pieces is one body, however much was announced",
    arguments: [.min, -1, 0, 1, 5, 11, 12, 13, 1_000_000, .max])
  func pieces(expected: Int) {
    var buffer = buffer([Array("[1,2".utf8), [], Array(",3,4".utf8), Array(",56]".utf8)], expected: expected)
    #expect(buffer.count == 12)
    let document = JSONDocument(Array("[1,2,3,4,56]".utf8), scannedBy: buffer.scanner)
    #expect(document.error == nil && document.root?.count == 5)
    #expect(buffer.takeBytes() == Array("[1,2,3,4,56]".utf8))
    #expect(buffer.count == 0 && buffer.takeBytes().isEmpty)
  }

  @Test("A long body without an announced end is kept in pieces and comes whole", arguments: [0, 3_000_000])
  func long(expected: Int) {
    let chunks = (0..<300).map { [UInt8](repeating: UInt8($0 % 251), count: 30_000) }
    var buffer = buffer(chunks, expected: expected)
    #expect(buffer.count == 9_000_000)
    #expect(buffer.takeBytes() == Array(chunks.joined()))
  }
}
