import ExplorerStorage
public import ViewModels

extension ThemeLibrary {
  /// What there is to choose from. Reads every file, which may take a while where there are many.
  public var entries: [ThemeEntry] { names.map(entry) }

  /// Those of the user's own files.
  public var ownEntries: [ThemeEntry] { names.filter(isOwn).map(entry) }

  private func entry(_ name: String) -> ThemeEntry {
    let (theme, problems) = resolve(name)
    return ThemeEntry(
      name: name, variant: theme.variant?.rawValue, isOwn: isOwn(name), problems: problems.all.map { "\($0)" },
      faults: problems.count)
  }
}
