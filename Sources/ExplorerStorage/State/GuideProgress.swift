import JSONText

/// How far somebody is with the guide, as far as it is kept between runs.
public struct GuideProgress: Sendable, Hashable {
  /// Whether the line that points to the guide has done its work.
  public var isPointerDismissed: Bool
  /// Whether a sign-in with a second factor was gone through to the end.
  public var isRehearsed: Bool

  public init(isPointerDismissed: Bool = false, isRehearsed: Bool = false) {
    self.isPointerDismissed = isPointerDismissed
    self.isRehearsed = isRehearsed
  }
}

/// Where the progress is kept.
public struct GuideProgressFile: Sendable {
  private let file: StateFile

  /// - Parameter path: the file; it need not be there.
  public init(path: String) { file = StateFile(path: path) }

  public func read() -> GuideProgress {
    let names = Set(file.read().map(\.0))
    return GuideProgress(isPointerDismissed: names.contains("dismissed"), isRehearsed: names.contains("rehearsed"))
  }

  /// What is done stays done, whichever process did it. What can't be written is forgotten.
  public func note(_ progress: GuideProgress) {
    _ = file.change { members in
      var names = Set(members.map(\.0))
      if progress.isPointerDismissed { names.insert("dismissed") }
      if progress.isRehearsed { names.insert("rehearsed") }
      return names.sorted().map { .init($0, .bool(true)) }
    }
  }
}

extension Paths {
  /// How far somebody is with the guide.
  public var guideProgress: String { "\(state)/getting-started.json" }
}
