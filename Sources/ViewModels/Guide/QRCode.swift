/// A text as a code for cameras to read. The codes are constants, made once with the program segno.
public struct QRCode: Sendable, Hashable {
  public let text: String
  /// A bit for each dark module; the leftmost is the most significant of ``size``.
  private let rows: [UInt64]

  /// Modules on a side, without the light border that a code needs around it.
  public var size: Int { rows.count }

  public func isDark(x: Int, y: Int) -> Bool {
    guard (0..<size).contains(x), (0..<size).contains(y) else { return false }
    return rows[y] >> UInt64(size - 1 - x) & 1 == 1
  }

  /// The authenticator at Apple's store.
  public static let appStore = QRCode(
    text: "https://apps.apple.com/app/id1342297541",
    rows: [
      0x1FC54E7F, 0x10547941, 0x1741515D, 0x175DBA5D, 0x1748475D, 0x105B7541, 0x1FD5557F, 0xE2300, 0x1F7A9AAA,
      0x108543D1, 0x1BF42560, 0xD0146DA, 0x65D382C, 0x49003F1, 0x15E7249C, 0x189E0712, 0x184A3E2C, 0x18118E75,
      0x12D0E994, 0x16A5B192, 0x136979F7, 0x140D1F, 0x1FDB375C, 0x10464311, 0x175639F4, 0x1759C42F, 0x1758F37E,
      0x105DA5BA, 0x1FD97E94,
    ])

  /// The authenticator at Google's store.
  public static let googlePlay = QRCode(
    text: "https://play.google.com/store/apps/details?id=com.openpayments.authenticator",
    rows: [
      0x1FD84487F, 0x104816841, 0x174EA1E5D, 0x17479AB5D, 0x17481F85D, 0x104749341, 0x1FD55557F, 0x10D5400, 0x1B4C5F441,
      0x1A2E2AE36, 0x46F9693, 0xCAF591EC, 0xEEB41263, 0x512742A0, 0xA6C6FC00, 0x15A7512B5, 0x165BA35FB, 0x6A027173,
      0x1FD2F2E21, 0x821830F7, 0x16D76A320, 0x1FA62E21A, 0x126F29AC3, 0x141A69484, 0x1ACE161F2, 0x1EBC516, 0x1FCDEB754,
      0x10424431D, 0x1759A13FA, 0x175CA7C20, 0x1746F339D, 0x1054C242F, 0x1FD56A3F0,
    ])

  /// The hosted sandbox's portal for developers.
  public static let portal = QRCode(
    text: "https://developer.openpayments.io",
    rows: [
      0x1FD5E37F, 0x104F9941, 0x175C115D, 0x175D6A5D, 0x17535A5D, 0x1046B341, 0x1FD5557F, 0x53C00, 0x1E57BE9D,
      0x885EBF1, 0x156F89C6, 0x38C1661, 0x19DD690C, 0x17134247, 0x6F68797, 0xD2E5372, 0x375679A, 0x63061AE, 0x15E0F0B4,
      0x416CE04, 0x8FCFDFC, 0x141D1F, 0x1FC8475A, 0x104FE31B, 0x174E09F6, 0x1752ACB9, 0x175D4625, 0x1051871A,
      0x1FDA1782,
    ])
}
