package import HTTPTypes

/// The text of a body that came in another character set than UTF-8, in UTF-8.
package struct DecodedText: Sendable {
  package let encoding: TextEncoding
  /// Without a byte order mark.
  package let bytes: [UInt8]
  /// Whether the body holds what is no character of the encoding; U+FFFD stands in its place.
  package let isRepaired: Bool

  private let body: [UInt8]
  /// Now and then a place where a character begins.
  private let places: [Place]

  private static let interval = 4096

  private struct Place {
    var body: Int
    var text: Int
  }

  /// Takes time for all of the body where that is not UTF-8: not for the screen's thread.
  ///
  /// - Returns: nil if the body is UTF-8 or no text.
  package init?(_ body: [UInt8], _ fields: HTTPFields?) {
    guard let encoding = TextEncoding(of: body, contentType: fields?[.contentType]) else { return nil }
    self.encoding = encoding
    self.body = body
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var places = [Place(body: encoding.markLength(of: body), text: 0)]
    var isRepaired = false
    var (position, next) = (places[0].body, Self.interval)
    let span = body.span
    while position < span.count {
      if position >= next {
        places.append(Place(body: position, text: bytes.count))
        next = position + Self.interval
      }
      let (scalar, length) = encoding.character(at: position, in: span)
      if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes.append(contentsOf: scalar.utf8) }
      if scalar == "\u{FFFD}" { isRepaired = true }
      position += length
    }
    self.bytes = bytes
    self.places = places
    self.isRepaired = isRepaired
  }

  /// That it was decoded, as it is told to a user.
  package var remark: String { "decoded from \(encoding.name)\(isRepaired ? ", with gaps" : "")" }

  /// Where in the text the character stands that is at an offset in the body.
  package func textOffset(ofByte offset: Int) -> Int { place(at: offset) { $0.body }.text }

  /// Where in the body the character stands that is at an offset in the text.
  package func byteOffset(ofText offset: Int) -> Int { place(at: offset) { $0.text }.body }

  private func place(at offset: Int, by side: (Place) -> Int) -> Place {
    var known = places.indices
    while known.count > 1 {
      let middle = known.lowerBound + known.count / 2
      known = side(places[middle]) <= offset ? middle..<known.upperBound : known.lowerBound..<middle
    }
    var place = places[known.lowerBound]
    while place.body < body.count {
      let (scalar, length) = encoding.character(at: place.body, in: body.span)
      let next = Place(body: place.body + length, text: place.text + UTF8.width(scalar))
      guard side(next) <= offset else { break }
      place = next
    }
    return place
  }

  /// The body with another text in place of its own.
  func body(with text: [UInt8]) -> [UInt8] {
    body.prefix(encoding.markLength(of: body)) + encoding.bytes(of: String(decoding: text, as: UTF8.self))
  }
}

extension Exchange {
  /// The body's text in UTF-8 where it came in another character set.
  package var decodedText: DecodedText? { DecodedText(body, response?.headerFields) }

  /// That the body is said to be in a charset that is not known, as it is told to a user.
  package var charsetRemark: String? {
    TextEncoding.unknownCharset(of: body, contentType: response?.headerFields[.contentType])
      .map { "shown as UTF-8, charset \($0) is not known" }
  }
}

extension [UInt8] {
  /// In UTF-8, from whatever character set.
  package var inUTF8: [UInt8] { DecodedText(self, nil)?.bytes ?? self }
}
