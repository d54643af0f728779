import FoundationEssentials

/// A JWT's signature and what it is of. It is half of a credential, so it goes no further than the check.
struct TokenSignature {
  let bytes: [UInt8]
  let message: [UInt8]

  init?(of token: Secret) {
    let text = token.reveal()
    guard let end = text.lastIndex(of: "."), let bytes = Base64URL.decode(text[text.index(after: end)...]) else {
      return nil
    }
    self.bytes = bytes
    message = Array(text[..<end].utf8)
  }
}
