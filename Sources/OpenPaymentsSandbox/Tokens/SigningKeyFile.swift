import Crypto

extension SigningKey {
  /// The key kept in a folder, in the file `signing-key.pem` (0600). Both are made when missing, the folder with mode
  /// 0700; a damaged key is set aside as `signing-key.pem.damaged`. Processes that do this at the same moment all get the
  /// same key.
  public static func kept(
    in folder: String, onWait: @escaping FolderWait = { _ in }
  ) throws(SandboxFolderError) -> SigningKey {
    try SigningKeyFile(folder: PrivateFolder(path: folder, onWait: onWait)).loadOrCreate()
  }
}

/// A signing key kept in a folder, where every sandbox of the same user finds it.
struct SigningKeyFile {
  let folder: PrivateFolder

  private static let name = "signing-key.pem"

  /// The key in the folder, made if there is none. A damaged file is set aside and replaced. Safe when several processes
  /// do this at the same moment: all get the same key.
  func loadOrCreate() throws(SandboxFolderError) -> SigningKey {
    try folder.check()
    if case .intact(let key) = try load() { return key }
    try folder.make()
    return try folder.locked { () throws(SandboxFolderError) in
      switch try load() {
      // Another process was faster.
      case .intact(let key): return key
      case .damaged: try folder.setAside(Self.name)
      case .missing: break
      }
      let key = SigningKey()
      try folder.replace(Self.name, with: Array(key.privateKey.pemRepresentation.utf8))
      return key
    }
  }

  private enum Content {
    case missing
    case damaged
    case intact(SigningKey)
  }

  private func load() throws(SandboxFolderError) -> Content {
    guard let bytes = try folder.read(Self.name, limit: 4096) else { return .missing }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let key = try? P256.Signing.PrivateKey(pemRepresentation: text) else { return .damaged }
    return .intact(SigningKey(key))
  }
}
