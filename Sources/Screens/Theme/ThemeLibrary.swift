import ExplorerStorage

/// All the themes there are: those that come with the program, and the user's own, which go before them.
public struct ThemeLibrary: Sendable {
  /// What is chosen where nothing else is.
  public static let standard = (dark: "dark", light: "light", colorless: "monochrome")

  private let shipped: [ThemeSource]
  private let own: [ThemeSource]
  private let contrast: Float

  /// - Parameter contrast: what text must reach at least on its background, 1 to 21; 1 leaves all as it is.
  public init(shipped: [ThemeSource], own: [ThemeSource] = [], contrast: Float = Theme.standardContrast) {
    self.shipped = shipped
    self.own = own
    self.contrast = contrast
  }

  /// By name, each once.
  public var names: [String] {
    let shipped = shipped.map(\.name).filter { $0 != ThemeFile.template }
    // Two files may differ in nothing but their ending.
    let own: [String] = own.reduce(into: []) { names, source in
      if !names.contains(source.name) { names.append(source.name) }
    }
    return shipped.filter { !own.contains($0) } + own
  }

  /// The theme of that name with what is wrong with it; where there is none, a plain one that says so.
  public func theme(named name: String) -> (theme: Theme, problems: [ThemeProblem]) {
    let (theme, problems) = resolve(name)
    return (theme, problems.all)
  }

  func resolve(_ name: String) -> (theme: Theme, problems: ProblemList<ThemeProblem>) {
    if let file = file(named: name) { return resolve(file) }
    var problems = ProblemList<ThemeProblem>()
    problems.note(ThemeProblem(file: name, line: 1, subject: "", reason: "there is no theme of that name"))
    let standard = Self.file(named: Self.standard.dark, in: shipped)
    return (standard.map { resolve($0).theme } ?? Theme(name: name, styles: [:]), problems)
  }

  /// Whether a theme is the user's own.
  func isOwn(_ name: String) -> Bool { own.contains { $0.name == name } }

  private func file(named name: String) -> ThemeFile? { Self.file(named: name, in: own + shipped) }

  private static func file(named name: String, in sources: [ThemeSource]) -> ThemeFile? {
    sources.first { $0.name == name }.map(ThemeFile.init)
  }

  private func resolve(_ file: ThemeFile) -> (theme: Theme, problems: ProblemList<ThemeProblem>) {
    var problems = ProblemList<ThemeProblem>()
    let chain = lineage(of: file, &problems)
    for file in chain { problems.note(file.problems) }
    var styles: [String: StyleWords] = [:]
    let colors = PaletteLookup(chain, &problems)
    for role in Set(chain.flatMap(\.styles.keys)).sorted() {
      // One that can't be read leaves the role to the theme it inherits from.
      for file in chain {
        guard let entry = file.styles[role] else { continue }
        do {
          styles[role] = try StyleWords(entry.text, color: colors.color)
          break
        } catch {
          problems.note(file.problem(entry.line, role, error.reason))
        }
      }
    }
    // A theme may ask for more contrast than is usual, but not for more than somebody wants.
    let wanted = contrast > 1 ? max(contrast, chain.lazy.compactMap(\.contrast).first ?? 1) : 1
    let theme = Theme(
      name: file.source.name, variant: chain.lazy.compactMap(\.variant).first, styles: styles, contrast: wanted)
    return (theme, problems)
  }

  /// The file and those it inherits from. One that has the name of its parent means the one that comes with the program.
  private func lineage(of file: ThemeFile, _ problems: inout ProblemList<ThemeProblem>) -> [ThemeFile] {
    var chain = [file]
    while let child = chain.last, let parent = child.inherits {
      let found =
        parent.text == child.source.name && child.source.path != nil
        ? Self.file(named: parent.text, in: shipped) : self.file(named: parent.text)
      guard let found else {
        problems.note(child.problem(parent.line, "inherits", "there is no theme \"\(parent.text.shown)\""))
        break
      }
      guard !chain.contains(where: { $0.source == found.source }) else {
        problems.note(child.problem(parent.line, "inherits", "it inherits from itself"))
        break
      }
      chain.append(found)
    }
    return chain
  }
}
