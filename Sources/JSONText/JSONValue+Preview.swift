extension JSONValue {
  /// The value on one line, as sent but for the blanks between its parts; about `maxBytes` long, then an ellipsis and
  /// the closing bracket.
  public func preview(maxBytes: Int) -> String {
    guard let closing = index.closing(node) else { return text(maxBytes: maxBytes) }
    let isObject = kind == .object
    var text = isObject ? "{ " : "["
    var place = node + 1
    while place < closing {
      let slot = index.tape[place]
      if slot.isOpening {
        let isObject = index.firstByte(place) == UInt8(ascii: "{")
        text += place + 1 == slot.partner ? (isObject ? "{}" : "[]") : isObject ? "{…}" : "[…]"
      } else {
        text += JSONValue(index: index, node: place).text(maxBytes: maxBytes)
      }
      place = slot.isKey ? place + 1 : index.next(place)
      if slot.isKey { text += ": " } else if place < closing { text += ", " }
      if text.utf8.count > maxBytes, place < closing {
        text += "…"
        break
      }
    }
    return text + (isObject ? " }" : "]")
  }
}
