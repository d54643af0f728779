/// What a profile may be called.
public enum ProfileName {
  public static let longest = 64
  /// Names that profiles have which no file describes.
  public static let reserved: Set<String> = ["sandbox", "sandbox-seed", "sandbox-psd2", Profile.environmentName]

  /// Why a text can't name a profile, as the end of a sentence; nil if it can.
  public static func problem(_ name: String) -> String? {
    if name.isEmpty { return "is needed" }
    if name.utf8.count > longest { return "is longer than \(longest) characters" }
    if name.hasPrefix("-") { return "can't begin with a dash" }
    guard name.utf8.allSatisfy(isAllowed) else { return "takes letters, digits, dots, dashes and underscores" }
    return reserved.contains(name) ? "is taken by a profile of the program's own" : nil
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension ProfileName {
  /// A name that is free, made of what somebody calls an application.
  public static func suggestion(from text: String, taken: Set<String>) -> String {
    let plain = text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let words = String(plain).split(separator: "-").joined(separator: "-").prefix(longest - 4)
    let base = words.isEmpty || problem(String(words)) != nil ? "application" : String(words)
    var (name, number) = (base, 2)
    while taken.contains(name) {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }
}
