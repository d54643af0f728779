import JSONText

/// The form of `portal.json`. Its member `version` tells which one a file has.
///
/// What every program that knows a version can still read, such as a further member that may be missing, needs no new one.
/// All else raises ``version`` and adds a step that brings the file before to the one after; a step is never changed once a
/// release had it.
enum PortalFileForm {
  typealias Step = @Sendable (inout [JSONOutput.Member]) -> Void

  static let version = 1
  /// The first makes version 2 of version 1, and so on.
  static let steps: [Step] = []

  enum Content: Equatable {
    /// In the present form.
    case current([UInt8])
    /// A later program wrote it, in a form that this one doesn't know.
    case newer
    case damaged
  }

  static func content(of bytes: [UInt8], steps: [Step] = steps) -> Content {
    let document = JSONDocument(bytes)
    guard document.error == nil, let root = document.root, root.kind == .object,
      let version = root["version"]?.integer, version >= 1
    else { return .damaged }
    guard version <= steps.count + 1 else { return .newer }
    guard version <= steps.count else { return .current(bytes) }
    var members = root.members.compactMap { key, value in
      key.string.map { JSONOutput.Member($0, .verbatim(Array(value.bytes))) }
    }
    for step in steps[(version - 1)...] { step(&members) }
    members.removeAll { $0.name == "version" }
    members.append(.init("version", .integer(steps.count + 1)))
    return .current(JSONOutput.object(members).utf8())
  }
}
