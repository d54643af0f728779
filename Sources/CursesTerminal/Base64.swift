/// Base64 of RFC 4648 section 4.
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let first = iterator.next() {
      let (second, third) = (iterator.next(), iterator.next())
      let bits = UInt32(first) << 16 | UInt32(second ?? 0) << 8 | UInt32(third ?? 0)
      let sextets = [18, 12, 6, 0].map { digits[Int(bits >> UInt32($0) & 63)] }
      text += sextets.prefix(second == nil ? 2 : third == nil ? 3 : 4)
      text += [UInt8](repeating: UInt8(ascii: "="), count: second == nil ? 2 : third == nil ? 1 : 0)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
