/// Text reduced to what people type when they look for it: lower case, Latin letters without their diacritics.
///
/// `Malmö`, `MALMO` and `Malmo` with a combining diaeresis all fold to `malmo`; `Ærø` to `aero`, `Łódź` to `lodz`,
/// `Weißenfels` to `weissenfels`. Other scripts only lose their capitals.
public enum TextFolding {
  public static func folded(_ text: String) -> String {
    let bytes = text.utf8
    if bytes.allSatisfy({ $0 < 0x80 }) {
      if !bytes.contains(where: isCapital) { return text }
      return String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for (position, byte) in bytes.enumerated() { buffer[position] = isCapital(byte) ? byte | 0x20 : byte }
        return bytes.count
      }
    }
    var result = ""
    result.reserveCapacity(bytes.count)
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar.value {
    case 0x41...0x5A: result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case ..<0x80: result.unicodeScalars.append(scalar)
    case 0x0300...0x036F: break
    case 0x00C0..<0x0240: append(scalar, base: latin[Int(scalar.value) - 0x00C0], to: &result)
    case 0x1E00...0x1EFF: append(scalar, base: latinAdditional[Int(scalar.value) - 0x1E00], to: &result)
    default: result += scalar.properties.lowercaseMapping
    }
  }

  private static func append(_ scalar: Unicode.Scalar, base: Unicode.Scalar, to result: inout String) {
    switch base {
    case "-": result += scalar.properties.lowercaseMapping
    case "æ": result += "ae"
    case "œ": result += "oe"
    case "ĳ": result += "ij"
    case "ß": result += "ss"
    case "þ": result += "th"
    default: result.unicodeScalars.append(base)
    }
  }

  /// What each letter from U+00C0 to U+023F comes down to; a dash where it is a letter of its own.
  private static let latin = Array(
    """
    aaaaaaæceeeeiiiidnooooo-ouuuuyþßaaaaaaæceeeeiiiidnooooo-ouuuuyþy\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkklllllll\
    lllnnnnnnnnnooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    --------------------------------oo-------------uu---------------\
    -------------aaiioouuuuuuuuuu-aaaaææ--ggkkooooʒʒj---gg--nnaaææoo\
    aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------
    """.unicodeScalars)

  /// The same from U+1E00 to U+1EFF.
  private static let latinAdditional = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy-s--ß-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------
    """.unicodeScalars)
}
