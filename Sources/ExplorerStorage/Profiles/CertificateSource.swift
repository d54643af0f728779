/// The client certificate of a profile, by its files.
public struct CertificateSource: Sendable, Hashable {
  /// PEM or PKCS#12.
  public var file: String
  /// The private key in PEM; nil if it is in the same file.
  public var keyFile: String?
  /// What the key or the PKCS#12 file is encrypted with; nil if it isn't.
  public var passphrase: SecretSource?

  public init(file: String, keyFile: String? = nil, passphrase: SecretSource? = nil) {
    self.file = file
    self.keyFile = keyFile
    self.passphrase = passphrase
  }
}
