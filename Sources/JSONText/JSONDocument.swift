/// A JSON text, kept byte for byte, and its structure: a little over eight bytes for each value, member name and closing
/// bracket.
///
/// Texts that break the grammar make a document too: ``error`` says where, and the values before it are there.
public struct JSONDocument: Sendable, Equatable {
  let index: JSONIndex

  /// Reads a whole text.
  public init(_ bytes: [UInt8]) {
    var scanner = JSONScanner()
    scanner.scan(bytes.span)
    self.init(bytes, scannedBy: scanner)
  }

  /// Takes over the structure that `scanner` found in the chunks which together are `bytes`.
  ///
  /// When the lengths differ, the scanner has seen another text and `bytes` is read afresh.
  public init(_ bytes: [UInt8], scannedBy scanner: consuming JSONScanner) {
    guard scanner.byteCount == bytes.count else {
      self.init(bytes)
      return
    }
    scanner.finish()
    self.init(index: JSONIndex(bytes: bytes, tape: scanner.tape, error: scanner.error))
  }

  init(index: JSONIndex) { self.index = index }

  /// The text as it was received.
  public var bytes: [UInt8] { index.bytes }

  /// How many places there are in it: one for each value and member name, and one for the closing bracket of every
  /// container that holds something. Every ``JSONValue/node`` is smaller.
  public var nodeCount: Int { index.tape.count }

  /// Where the text stops being JSON; nil when all of it is.
  public var error: JSONSyntaxError? { index.error }

  /// The outermost value; nil when the text breaks before there is one.
  public var root: JSONValue? {
    index.tape.count == 0 ? nil : JSONValue(index: index, node: 0)
  }
}
