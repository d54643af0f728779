import HTTPTypes
import JSONText

/// Keeps secrets out of what is recorded: the values known to be secret, wherever and however a server may have echoed
/// them. What is compared is the text that is meant: escapes of JSON, percent codes and HTML's are taken out first, in
/// several layers, and a secret in base64 is one as well.
struct Masking {
  /// Of a longer text a piece at a time has its escapes taken out.
  private static let pieceSize = 1 << 19
  private static let mask = Array(Secret.mask.utf8)

  private let secrets: [Secret]
  private let search: SecretSearch

  init(_ secrets: [Secret]) {
    self.secrets = secrets
    search = SecretSearch(SecretNeedle.needles(of: secrets))
  }

  func callAsFunction(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let masked = self(bytes)
    return masked == bytes ? text : String(decoding: masked, as: UTF8.self)
  }

  /// - Parameter shortest: secrets with fewer bytes can't be told from ordinary text and stay where they are.
  func callAsFunction(_ bytes: [UInt8], shortest: Int = 4) -> [UInt8] {
    let kept = search.needles.filter { $0.secretLength >= shortest }
    guard !kept.isEmpty else { return bytes }
    let search = kept.count == search.needles.count ? search : SecretSearch(kept)
    let ranges = search.ranges(in: bytes.span) + Self.escaped(search, in: bytes)
    return bytes.replacing(ranges.merged(), with: Self.mask)
  }

  /// In the strings that hold an escape; the rest of the text is passed over.
  private static func escaped(_ search: SecretSearch, in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var escapes = EscapeSearch()
    var pieces = EscapedPieces(search, pieceSize: pieceSize)
    while let first = escapes.next(in: bytes.span, from: pieces.position) {
      let piece = pieces.piece(around: first, in: bytes.span)
      if piece.count >= search.shortest { found += self.found(search, in: bytes[piece]) }
    }
    return found
  }

  private static func found(_ search: SecretSearch, in piece: ArraySlice<UInt8>) -> [Range<Int>] {
    var text = UnescapedText(piece)
    var found: [Range<Int>] = []
    while text.unescape() {
      var ranges = search.ranges(in: text.bytes.span)
      if search.hasBlanks { ranges += search.ranges(in: text.bytes.withBlanks.span) }
      found += ranges.map { text.source(of: $0) }
    }
    return found
  }

  /// The token endpoint's answer, its tokens masked by their names and wherever else they stand.
  ///
  /// - Parameter isDecoded: false if it came in a coding that could not be undone.
  /// - Returns: nil for a good answer that is no whole JSON object: what in it is a token can't be told.
  func tokenAnswer(_ body: [UInt8], status: Int?, isDecoded: Bool = true) -> [UInt8]? {
    let document = JSONDocument(body)
    let isReadable = isDecoded && document.error == nil && document.root?.kind == .object
    guard isReadable || !(200..<300).contains(status ?? 0) || body.isEmpty else { return nil }
    let tokens = SensitiveNames.values(in: document).compactMap { $0.string }.filter { $0 != Secret.mask }
    return Masking(secrets + tokens.map { Secret($0) })(SensitiveNames.masked(document))
  }

  /// A name that holds a secret goes, too: no mask could stand in one.
  func callAsFunction(_ fields: HTTPFields) -> HTTPFields {
    var masked = HTTPFields()
    for field in fields {
      let value = self(field.value)
      let isNamed = self(field.name.rawName) == field.name.rawName
      masked.append(
        value == field.value && isNamed
          ? field : HTTPField(name: isNamed ? field.name : .masked, value: value))
    }
    return SensitiveNames.masked(masked)
  }

  /// The head of an answer: its reason as well.
  func callAsFunction(_ response: HTTPResponse) -> HTTPResponse {
    var masked = response
    masked.headerFields = self(response.headerFields)
    let reason = self(response.status.reasonPhrase)
    if reason != response.status.reasonPhrase {
      masked.status = HTTPResponse.Status(code: response.status.code, reasonPhrase: "")
    }
    return masked
  }
}

extension HTTPField.Name {
  fileprivate static let masked = Self("X-Masked")!
}
