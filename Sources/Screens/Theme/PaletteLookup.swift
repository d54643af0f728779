import ExplorerStorage
import Terminal

/// What colour names mean in a theme and those it inherits from: its own word goes first.
struct PaletteLookup {
  private let palette: [String: ThemeFile.Entry]
  /// Colours may be named after others, but not in a circle.
  private static let deepest = 8

  /// - Parameter problems: gets those colours that are none, in whose place what is inherited holds.
  init(_ chain: [ThemeFile], _ problems: inout ProblemList<ThemeProblem>) {
    let names = Set(chain.flatMap(\.palette.keys))
    var palette: [String: ThemeFile.Entry] = [:]
    for file in chain {
      for (name, entry) in file.palette.inOrder where palette[name] == nil {
        if Color(literal: entry.text) != nil || names.contains(entry.text) {
          palette[name] = entry
        } else {
          problems.note(file.problem(entry.line, name, Self.unknown(entry.text, among: names)))
        }
      }
    }
    self.palette = palette
  }

  func color(_ word: String) throws(StyleWords.Mistake) -> Color {
    var name = word
    for _ in 0..<Self.deepest {
      // A name goes before a number, so that a palette may call a colour 1.
      guard let entry = palette[name] else {
        if let color = Color(literal: name) { return color }
        throw StyleWords.Mistake(reason: Self.unknown(name, among: palette.keys))
      }
      if let color = Color(literal: entry.text) { return color }
      name = entry.text
    }
    throw StyleWords.Mistake(reason: "the colour \"\(word.shown)\" is named after itself")
  }

  private static func unknown(_ name: String, among known: some Collection<String>) -> String {
    let form = "\"\(name.shown)\" is no colour: #rrggbb, 0 to 255, default, or a name of the palette"
    return known.isEmpty ? form : "\(form) (the nearest is \(Spelling.nearest(to: name, among: known).shown))"
  }
}
