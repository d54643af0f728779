import ExplorerStorage
import Terminal

/// A theme file as written: words for roles and colours, with their lines.
///
/// A base16 or base24 scheme is one, too: sixteen or more colours, and the roles of the template `base16`.
struct ThemeFile {
  struct Entry {
    let text: String
    let line: Int
  }

  static let template = "base16"
  /// More than any theme has; a larger file is something else.
  private static let sizeLimit = 64 * 1024

  let source: ThemeSource
  private(set) var variant: Theme.Variant?
  private(set) var inherits: Entry?
  private(set) var contrast: Float?
  private(set) var palette: [String: Entry] = [:]
  private(set) var styles: [String: Entry] = [:]
  private(set) var problems = ProblemList<ThemeProblem>()

  init(_ source: ThemeSource) {
    self.source = source
    if let fault = source.fault {
      note(1, "", fault)
      return
    }
    guard source.yaml.utf8.count <= Self.sizeLimit else {
      note(1, "", "it is larger than \(Self.sizeLimit / 1024) KiB, so it was not read")
      return
    }
    do throws(YAMLFault) {
      guard let pairs = try YAML.read(source.yaml)?.pairs else {
        note(1, "", "it says nothing: a theme has styles, or a palette of base00 to base0F")
        return
      }
      take(pairs)
    } catch {
      note(error.place.line, "", error.words)
    }
  }

  /// Whether it is a base16 or base24 scheme, which leaves it to the template what its colours are for.
  private var isScheme: Bool { palette["base00"] != nil && styles["text"] == nil }

  private mutating func take(_ pairs: [YAMLNode.Pair]) {
    for pair in pairs {
      let value = pair.value
      let name = pair.key.string ?? ""
      let line = pair.key.place.line
      switch name {
      case "name", "scheme", "author", "description", "system", "slug": break
      case "variant":
        variant = value.string.flatMap { Theme.Variant(rawValue: $0) }
        if variant == nil { note(line, name, "must be dark or light") }
      case "inherits":
        inherits = entry(value)
        if inherits == nil { note(line, name, "must be the name of a theme") }
      case "contrast":
        contrast = value.string.flatMap { Float($0) }.flatMap { (1...21).contains($0) ? $0 : nil }
        if contrast == nil { note(line, name, "must be a number from 1 to 21") }
      case "palette": palette.merge(entries(value, name, line)) { $1 }
      case "styles": styles.merge(entries(value, name, line)) { $1 }
      case _ where name.isSchemeColor:
        palette[name] = entry(value)
        if palette[name] == nil { note(line, name, "must be a colour such as 7aa2f7") }
      default: note(line, name, "is nothing that a theme has (name, variant, inherits, contrast, palette, styles)")
      }
    }
    checkRoles()
    if isScheme {
      completeScheme()
    } else if styles.isEmpty, inherits == nil {
      note(1, "", "it has neither styles nor the colours base00 to base0F")
    }
  }

  private func entry(_ node: YAMLNode) -> Entry? {
    node.string.map { Entry(text: $0, line: node.place.line) }
  }

  private mutating func entries(_ node: YAMLNode, _ name: String, _ line: Int) -> [String: Entry] {
    guard let pairs = node.pairs else {
      note(line, name, "must be a mapping")
      return [:]
    }
    var entries: [String: Entry] = [:]
    for pair in pairs {
      let role = pair.key.string ?? ""
      entries[role] = entry(pair.value)
      if entries[role] == nil { note(pair.key.place.line, role, "must be a single value") }
    }
    return entries
  }

  private mutating func checkRoles() {
    let roles = ThemeRole.allCases.map(\.name)
    for (role, entry) in styles.inOrder where !roles.contains(role) {
      note(entry.line, role, "there is no such role; did you mean \"\(Spelling.nearest(to: role, among: roles))\"?")
      styles[role] = nil
    }
  }

  private mutating func completeScheme() {
    if inherits == nil { inherits = Entry(text: Self.template, line: 1) }
    for digit in "0123456789ABCDEF" where palette["base0\(digit)"] == nil {
      note(1, "base0\(digit)", "the scheme lacks this colour")
    }
  }

  private mutating func note(_ line: Int, _ subject: String, _ reason: @autoclosure () -> String) {
    let source = source
    problems.note(ThemeProblem(in: source, line, subject, reason()))
  }

  func problem(_ line: Int, _ subject: String, _ reason: String) -> ThemeProblem {
    ThemeProblem(in: source, line, subject, reason)
  }
}

extension [String: ThemeFile.Entry] {
  /// As they are written, so that of many problems the same are told in every run.
  var inOrder: [(key: String, value: ThemeFile.Entry)] {
    sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }
  }
}

extension String {
  /// Whether it is the name of a colour in a base16 or base24 scheme.
  fileprivate var isSchemeColor: Bool {
    count == 6 && (hasPrefix("base0") || hasPrefix("base1")) && last?.isHexDigit == true
  }
}
