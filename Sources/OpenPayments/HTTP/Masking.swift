import HTTPTypes
import JSONText

/// Keeps secrets out of what is recorded: the values known to be secret, wherever and however a server may have echoed
/// them. What is compared is the text that is meant: escapes of JSON, percent codes and HTML's are taken out first, in
/// several layers, and a secret in base64 is one as well.
struct Masking: Sendable {
  /// Shorter secrets can't be told from ordinary text in a body or path of the API.
  static let shortestInText = 8
  /// Of a longer text a piece at a time has its escapes taken out.
  private static let pieceSize = 1 << 19
  private static let mask = Array(Secret.mask.utf8)

  let secrets: [Secret]
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

  /// - Parameter shortest: secrets with fewer bytes can't be told from ordinary text; they are masked where they are the
  ///   whole of a JSON string that is a value, and stay elsewhere.
  func callAsFunction(_ bytes: [UInt8], shortest: Int = SecretNeedle.shortest) -> [UInt8] {
    let anywhere = ranges(in: bytes) { $0.secretLength >= shortest }
    let whole = ranges(in: bytes) { $0.secretLength < shortest && !$0.isBase64 }.filter { $0.isStringValue(in: bytes) }
    return bytes.replacing((anywhere + whole).merged(), with: Self.mask)
  }

  private func ranges(in bytes: [UInt8], of isKept: (SecretNeedle) -> Bool) -> [Range<Int>] {
    let kept = search.needles.filter(isKept)
    guard !kept.isEmpty else { return [] }
    let search = kept.count == search.needles.count ? search : SecretSearch(kept)
    return search.ranges(in: bytes.span) + Self.escaped(search, in: bytes)
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

  /// Together with the tokens of a token endpoint's answer: its head may hold them as well.
  func knowing(tokensOf body: [UInt8]) -> Masking {
    let tokens = SensitiveNames.texts(in: JSONDocument(body)).filter { $0 != Secret.mask }
    return tokens.isEmpty ? self : Masking(secrets + tokens.map { Secret($0) })
  }

  /// The token endpoint's answer, its tokens masked by their names and, if they are known, wherever else they stand.
  ///
  /// - Parameter isDecoded: false if it came in a coding that could not be undone.
  /// - Returns: nil for a good answer that is no whole JSON object, and for any that is cut or coded: what in it is a
  ///   token can't be told.
  func tokenAnswer(_ body: [UInt8], status: Int?, isDecoded: Bool = true) -> [UInt8]? {
    guard !body.isEmpty else { return body }
    let document = JSONDocument(body)
    let isGood = (200..<300).contains(status ?? 0)
    guard isDecoded, let root = document.root, root.kind == .object || root.kind == .array else {
      return isGood || !isDecoded ? nil : self(ParameterMasking.masked(text: body))
    }
    guard document.error == nil, root.kind == .object || !isGood else { return nil }
    return self(SensitiveNames.masked(document))
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

  /// What is told of a malformed answer may be a piece of it, and is cut short once it is masked.
  func callAsFunction(_ reason: TransportFailure.Reason) -> TransportFailure.Reason {
    guard case .malformed(var answer) = reason else { return reason }
    let text = self(answer.text)
    answer.text = text.count > 40 ? text.prefix(40) + "…" : text
    return .malformed(answer)
  }

  /// Codings are named as the masked head has them.
  func callAsFunction(_ problem: UnusableAnswer, of response: HTTPResponse?) -> UnusableAnswer {
    guard case .compressed = problem, let response else { return problem }
    let names = ContentCoding.codings(in: self(response).headerFields).joined(separator: ", ")
    return .compressed(names.count > 80 ? names.prefix(80) + "…" : names)
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

extension Range<Int> {
  /// Whether it is all that stands between the quotes of a JSON string, and that is no name of a member.
  fileprivate func isStringValue(in bytes: [UInt8]) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard lowerBound > 0, bytes[lowerBound - 1] == quote, upperBound < bytes.count, bytes[upperBound] == quote,
      lowerBound < 2 || bytes[lowerBound - 2] != UInt8(ascii: "\\")
    else { return false }
    return bytes[(upperBound + 1)...].first { !" \t\r\n".utf8.contains($0) } != UInt8(ascii: ":")
  }
}

extension HTTPField.Name {
  fileprivate static let masked = Self("X-Masked")!
}
