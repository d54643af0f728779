import HTTPTypes
import JSONText

/// Keeps secrets out of what is recorded: the values known to be secret, wherever a server may have echoed them.
struct Masking {
  private let secrets: [Secret]
  /// Longest first, so that a spelling inside another does not spoil it.
  private let needles: [Needle]
  private let firstBytes: [Bool]
  private static let mask = Array(Secret.mask.utf8)

  /// One spelling of a secret.
  private struct Needle {
    let bytes: [UInt8]
    /// Of the secret as it is.
    let secretLength: Int
  }

  init(_ secrets: [Secret]) {
    self.secrets = secrets
    var needles: [Needle] = []
    for secret in secrets {
      let bytes = Array(secret.reveal().utf8)
      for spelling in Self.spellings(of: bytes) where bytes.count >= 4 {
        needles.append(Needle(bytes: spelling, secretLength: bytes.count))
      }
    }
    self.needles = needles.sorted { $0.bytes.count > $1.bytes.count }
    var firstBytes = [Bool](repeating: false, count: 256)
    for needle in needles { firstBytes[Int(needle.bytes[0])] = true }
    self.firstBytes = firstBytes
  }

  /// As it is, as in a form, and as in JSON that escapes slashes.
  private static func spellings(of bytes: [UInt8]) -> [[UInt8]] {
    let slash = UInt8(ascii: "/")
    let form = PercentEncoding.formBytes(bytes)
    let escaped = bytes.contains(slash) ? bytes.flatMap { $0 == slash ? [UInt8(ascii: "\\"), slash] : [$0] } : bytes
    return [bytes] + [form, escaped].filter { $0 != bytes }
  }

  func callAsFunction(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let masked = self(bytes)
    return masked == bytes ? text : String(decoding: masked, as: UTF8.self)
  }

  /// - Parameter shortest: secrets with fewer bytes can't be told from ordinary text and stay where they are.
  func callAsFunction(_ bytes: [UInt8], shortest: Int = 4) -> [UInt8] {
    let needles = needles.filter { $0.secretLength >= shortest }
    let isLong = bytes.count > 4096
    if isLong, !needles.contains(where: { TextNeedle(bytes: $0.bytes)?.isFound(in: bytes.span) ?? false }) {
      return bytes
    }
    var masked: [UInt8] = []
    var copied = 0
    var position = 0
    while position < bytes.count {
      let rest = bytes[position...]
      if firstBytes[Int(bytes[position])], let needle = needles.first(where: { rest.starts(with: $0.bytes) }) {
        masked += bytes[copied..<position] + Self.mask
        position += needle.bytes.count
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
