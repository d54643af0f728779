import ViewModels

/// What a command comes to, without being carried out.
struct Trial {
  let effects: [Effect]
  let context: Context
  /// What it says that wasn't said before.
  let notice: String?
  /// Whether anything is another than before, be it seen or not.
  let isChange: Bool
}

extension TestScreen {
  func trial(of command: Command) -> Trial {
    let before = explorer
    var after = before
    let effects = after.handle(.command(command), at: before.now)
    return Trial(
      effects: effects, context: after.context,
      notice: after.notice == before.notice ? nil : after.notice?.text(after.keys),
      isChange: after != before)
  }
}
