/// The text and its structure, shared by a document and all its values. A place is a slot of the tape.
final class JSONIndex: Sendable, Equatable {
  let bytes: [UInt8]
  let tape: JSONTape
  let error: JSONSyntaxError?

  init(bytes: [UInt8], tape: JSONTape, error: JSONSyntaxError?) {
    self.bytes = bytes
    self.tape = tape
    self.error = error
  }

  static func == (left: JSONIndex, right: JSONIndex) -> Bool {
    left === right || left.bytes == right.bytes
  }

  func firstByte(_ place: Int) -> UInt8 { bytes[tape[place].offset] }

  /// The place after this one and everything inside it.
  func next(_ place: Int) -> Int {
    let slot = tape[place]
    if slot.isOpening { return slot.partner + 1 }
    return slot.isKey ? next(place + 1) : place + 1
  }

  /// Where what a container holds ends: the place of its closing bracket, also where the text lacks it. Nil for anything
  /// that holds nothing.
  func closing(_ place: Int) -> Int? {
    let slot = tape[place]
    return slot.isOpening ? slot.partner : nil
  }

  /// Where the text of a place is; a container without its closing bracket goes on to where the text broke.
  func range(_ place: Int) -> Range<Int> {
    let slot = tape[place]
    guard slot.isOpening else { return slot.offset..<slot.end }
    return slot.offset..<tape[slot.partner].offset + (slot.partner < tape.firstMissing ? 1 : 0)
  }
}
