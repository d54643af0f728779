import HTTPTypes
import JSONText

/// Keeps secrets out of what is recorded: the values known to be secret, wherever a server may have echoed them.
struct Masking {
  private let secrets: [Secret]
  /// Longest first, so that a spelling inside another does not spoil it.
  private let needles: [[UInt8]]
  private let firstBytes: [Bool]
  private static let mask = Array(Secret.mask.utf8)

  /// - Parameter shortest: secrets with fewer bytes can't be told from ordinary text and stay where they are.
  init(_ secrets: [Secret], shortest: Int = 4) {
    self.secrets = secrets
    let texts = secrets.map { $0.reveal() }.filter { $0.utf8.count >= shortest }
    let spellings = texts + texts.map(PercentEncoding.formValue) + texts.map { $0.replacing("/", with: "\\/") }
    needles = Set(spellings).map { Array($0.utf8) }.sorted { $0.count > $1.count }
    var firstBytes = [Bool](repeating: false, count: 256)
    for needle in needles { firstBytes[Int(needle[0])] = true }
    self.firstBytes = firstBytes
  }

  func callAsFunction(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let masked = self(bytes)
    return masked == bytes ? text : String(decoding: masked, as: UTF8.self)
  }

  func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
    guard !needles.isEmpty else { return bytes }
    var masked: [UInt8] = []
    var copied = 0
    var position = 0
    while position < bytes.count {
      let rest = bytes[position...]
      if firstBytes[Int(bytes[position])], let needle = needles.first(where: { rest.starts(with: $0) }) {
        masked += bytes[copied..<position] + Self.mask
        position += needle.count
        copied = position
      } else {
        position += 1
      }
    }
    return copied == 0 ? bytes : masked + bytes[copied...]
  }

  func callAsFunction(_ fields: HTTPFields) -> HTTPFields {
    var masked = HTTPFields()
    for field in fields {
      let value = self(field.value)
      masked.append(value == field.value ? field : HTTPField(name: field.name, value: value))
    }
    return masked
  }

  /// The token endpoint's answer with its tokens masked; text that is no JSON keeps only what isn't known to be secret.
  func tokenAnswer(_ body: [UInt8]) -> [UInt8] {
    let members = JSONDocument(body).root.map { Array($0.members) } ?? []
    let tokens = members.filter { key, value in
      ["access_token", "refresh_token", "id_token"].contains(key.string) && value.kind == .string
    }
    var masked = body
    for (_, value) in tokens.reversed() {
      masked.replaceSubrange(value.range, with: Array("\"\(Secret.mask)\"".utf8))
    }
    return Masking(secrets + tokens.compactMap { $0.value.string.map(Secret.init) })(masked)
  }
}
