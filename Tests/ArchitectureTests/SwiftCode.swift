/// A file's text without its comments and strings; what is interpolated into a string is code.
struct SwiftCode {
  private(set) var text = ""

  private let bytes: [UInt8]
  private var place = 0
  private var kept: [UInt8] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    takeCode()
    self.text = String(decoding: kept, as: UTF8.self)
  }

  /// - Parameter isInterpolated: whether it ends with the bracket that closes an interpolation.
  private mutating func takeCode(isInterpolated: Bool = false) {
    var brackets = 0
    while place < bytes.count {
      if begins("//") {
        skip { !$0.begins("\n") }
      } else if begins("/*") {
        skipBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        takeString(hashes)
      } else {
        if begins("(") { brackets += 1 }
        if begins(")") { brackets -= 1 }
        if isInterpolated, brackets < 0 { return }
        kept.append(bytes[place])
        place += 1
      }
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if begins("/*") {
        depth += 1
        place += 2
      } else if begins("*/") {
        depth -= 1
        place += 2
      } else {
        place += 1
      }
    } while depth > 0 && place < bytes.count
  }

  /// - Parameter hashes: those before its first quote, which go before whatever means something in it.
  private mutating func takeString(_ hashes: String) {
    place += hashes.utf8.count
    let quote = begins("\"\"\"") ? "\"\"\"" : "\""
    place += quote.utf8.count
    kept.append(UInt8(ascii: " "))
    while place < bytes.count {
      if begins("\\\(hashes)(") {
        place += hashes.utf8.count + 2
        takeCode(isInterpolated: true)
        kept.append(UInt8(ascii: " "))
        place += 1
      } else if begins("\\\(hashes)") {
        place += hashes.utf8.count + 2
      } else if begins(quote + hashes) {
        place += (quote + hashes).utf8.count
        return
      } else if quote == "\"", begins("\n") {
        return
      } else {
        place += 1
      }
    }
  }

  private func hashesBeforeQuote() -> String? {
    let count = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
    let end = place + count
    return end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? String(repeating: "#", count: count) : nil
  }

  private mutating func skip(while goesOn: (Self) -> Bool) {
    while place < bytes.count, goesOn(self) { place += 1 }
  }

  private func begins(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }
}
