/// One entry of an `Accept` header (RFC 9110, section 12.5.1).
struct MediaRange {
  let name: Substring
  let quality: Double

  /// Whether an answer in JSON is acceptable: the most specific entry that matches decides.
  static func acceptsJSON(_ accept: String?) -> Bool {
    let ranges = (accept ?? "").split(separator: ",").map { MediaRange($0) }.filter { !$0.name.isEmpty }
    if ranges.isEmpty { return true }
    for name in ["application/json", "application/*", "*/*"] {
      let matches = ranges.filter { $0.name.lowercased() == name }
      if !matches.isEmpty { return matches.contains { $0.quality > 0 } }
    }
    return false
  }

  private init(_ text: Substring) {
    let parts = text.split(separator: ";").map { $0.trimmingBlanks }
    name = parts.first ?? ""
    let parameter = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
    // A malformed weight is no refusal.
    quality = parameter.flatMap { Double($0.dropFirst(2)) } ?? 1
  }
}

extension Substring {
  /// The text without the blanks and tabs around it.
  var trimmingBlanks: Substring {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
