extension Paths {
  /// The folders in whose place there is something else than a folder of this user's. What would be kept there isn't.
  public var misplacedFolders: [OwnFileError] { [state, tokens].compactMap { Self.problem(OwnFolder($0).check) } }

  /// What the explorer keeps between runs and can't read, or will not be able to write.
  ///
  /// - Parameter history: whether that is kept.
  public func problems(history: Bool) -> [OwnFileError] {
    let folders = [state, tokens] + (history ? [data] : [])
    let problems = folders.compactMap { Self.problem(OwnFolder($0).checkWritable) }
    // Of a folder that is of no use its files have nothing to add.
    guard Self.problem(OwnFolder(state).checkWritable) == nil else { return problems }
    let files = [places, profileUses, themeChoice, arrangement, guideProgress, hostConsents]
    return problems + files.compactMap { Self.problem(StateFile(path: $0).check) }
  }

  private static func problem(_ check: () throws(OwnFileError) -> Void) -> OwnFileError? {
    do { try check() } catch { return error }
    return nil
  }
}
