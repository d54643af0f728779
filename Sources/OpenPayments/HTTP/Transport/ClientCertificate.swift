import FoundationEssentials
import NIOSSL

/// The certificate by which an application shows who it is: the platform's production asks for one on every call.
public struct ClientCertificate: Sendable, Hashable {
  /// A PEM file with the certificate and those between it and its authority, or a PKCS#12 file, which holds the key too.
  public var file: String
  /// The PEM file with the private key; nil if it is in ``file``.
  public var keyFile: String?
  /// What the key or the PKCS#12 file is encrypted with.
  public var passphrase: Secret?

  /// - Parameter file: told apart by what is in it, whatever its name.
  public init(file: String, keyFile: String? = nil, passphrase: Secret? = nil) {
    self.file = file
    self.keyFile = keyFile
    self.passphrase = passphrase
  }
}

/// A certificate that can't be used.
public struct CertificateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file at fault.
  public let path: String
  /// What is wrong with it, as the end of a sentence that begins with the path.
  public let reason: String

  /// The path and what is wrong.
  public var description: String { "\(path) \(reason)" }

  /// - Throws: if there is nothing at the path that could be read, whatever it should hold.
  fileprivate static func check(_ path: String) throws(CertificateError) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CertificateError(path: path, reason: "is missing: there is no such file")
    }
    if isFolder { throw CertificateError(path: path, reason: "is a folder, and should be a file") }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw CertificateError(path: path, reason: "can't be read: you may not")
    }
  }
}

extension TLSConfiguration {
  /// For connections on which secrets and tokens go: TLS 1.2 at least (RFC 9325, section 3.1.1).
  static func client(
    _ configuration: AsyncHTTPTransport.Configuration
  ) throws(CertificateError) -> TLSConfiguration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    if let file = configuration.caFile {
      try CertificateError.check(file)
      guard let authorities = try? NIOSSLCertificate.fromPEMFile(file), !authorities.isEmpty else {
        throw CertificateError(path: file, reason: "can't be read as certificates in PEM form")
      }
      tls.additionalTrustRoots = [.certificates(authorities)]
    }
    if let certificate = configuration.clientCertificate {
      try tls.present(certificate)
      do { _ = try NIOSSLContext(configuration: tls) } catch {
        throw CertificateError(path: certificate.file, reason: "doesn't fit the private key")
      }
    }
    return tls
  }

  private mutating func present(_ certificate: ClientCertificate) throws(CertificateError) {
    for file in [certificate.file, certificate.keyFile].compactMap({ $0 }) { try CertificateError.check(file) }
    let passphrase = certificate.passphrase.map { Array($0.reveal().utf8) }
    if let chain = try? NIOSSLCertificate.fromPEMFile(certificate.file), !chain.isEmpty {
      certificateChain = chain.map { .certificate($0) }
      let keyFile = certificate.keyFile ?? certificate.file
      do {
        let key = try NIOSSLPrivateKey(file: keyFile, format: .pem) { $0(passphrase ?? []) }
        privateKey = .privateKey(key)
      } catch {
        throw CertificateError(
          path: keyFile, reason: "holds no private key that can be read; check the file and the passphrase")
      }
    } else {
      do {
        let bundle = try NIOSSLPKCS12Bundle(file: certificate.file, passphrase: passphrase ?? [])
        certificateChain = bundle.certificateChain.map { .certificate($0) }
        privateKey = .privateKey(bundle.privateKey)
      } catch {
        throw CertificateError(
          path: certificate.file,
          reason: "can't be read as a certificate in PEM or PKCS#12 form; check the file and the passphrase")
      }
    }
  }
}
