import FoundationEssentials
import Yams

/// `profiles.yaml` as a text whose parts are known: what it says, and which lines say it.
struct ProfilesFile {
  static let largest = 1_048_576

  /// Which lines describe a profile, from its name on; blank lines and comments after it are not among them.
  struct Block {
    let name: String
    var lines: Range<Int>
  }

  private(set) var lines: [Substring]
  private(set) var list = ProfileList()
  /// Why nothing can be put in or taken out; nil if it can.
  private(set) var obstacle: ConfigurationError?
  private(set) var blocks: [Block] = []
  private var profilesLine: Int?
  private var defaultLine: Int?
  private let path: String

  init(_ text: String, path: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    read(text)
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

  func block(of name: String) -> Block? { blocks.first { $0.name == name } }

  // MARK: - Reading

  private mutating func read(_ text: String) {
    // A start without profiles need not wait for the reader of YAML.
    guard !text.isEmpty else { return }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch { return refuse("\(path):\(YAMLProblem.words(error))") }
    guard let root, root.null == nil else { return }
    guard let mapping = root.mapping else { return refuse("\(path):1:1: expected a mapping with profiles in it") }
    let starts = mapping.keys.compactMap { $0.mark?.line }
    for (key, value) in mapping {
      switch key.scalar?.string {
      case "default":
        list.defaultName = value.null == nil ? value.scalar?.string : nil
        defaultLine = key.mark.map { $0.line - 1 }
      case "profiles":
        let start = key.mark?.line ?? 1
        profilesLine = start - 1
        read(value, end: starts.filter { $0 > start }.min().map { $0 - 1 } ?? lines.count)
      case let name:
        let nearest = Spelling.nearest(to: name ?? "", among: ["default", "profiles"])
        note("unknown key \"\((name ?? "").shown)\"; did you mean \"\(nearest)\"?", at: key.mark)
      }
    }
    if let name = list.defaultName, !blocks.contains(where: { $0.name == name }), !ProfileName.reserved.contains(name) {
      note("there is no profile \"\(name.shown)\" to be the default", at: nil)
    }
  }

  /// - Parameter end: the line after the last that may belong to the profiles.
  private mutating func read(_ value: Node, end: Int) {
    guard value.null == nil else { return }
    guard let mapping = value.mapping else {
      return note("profiles must be a mapping of names to profiles", at: value.mark)
    }
    let starts = mapping.keys.compactMap { $0.mark?.line }
    if starts.contains((profilesLine ?? 0) + 1) || Set(starts).count < starts.count {
      obstacle = ConfigurationError(
        "\(path): several profiles share a line; give each of their keys a line to change them here")
    }
    let entries = Array(mapping)
    for (position, (key, value)) in entries.enumerated() {
      var entry = ProfileEntry(key, value, path: path)
      if let profile = entry.profile() { list.profiles.append(profile) }
      list.problems += entry.problems
      if let problem = entry.problems.first { list.unusable[key.scalar?.string ?? ""] = problem }
      guard let start = key.mark.map({ $0.line - 1 }), lines.indices.contains(start) else { continue }
      let next = position + 1 < entries.count ? entries[position + 1].key.mark.map { $0.line - 1 } : nil
      blocks.append(Block(name: key.scalar?.string ?? "", lines: start..<trimmed(start + 1, next ?? end)))
    }
  }

  /// The end of a block, without the blank lines and comments that stand after it.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = min(max(end, start), lines.count)
    while end > start, lines[end - 1].drop(while: { $0 == " " }).first.map({ $0 == "#" }) ?? true { end -= 1 }
    return end
  }

  private mutating func refuse(_ words: String) {
    let error = ConfigurationError(words)
    obstacle = error
    list.unreadable = error
    list.problems.append(error)
  }

  private mutating func note(_ text: String, at mark: Mark?) {
    list.problems.append(ConfigurationError("\(path):\(mark?.line ?? 1):\(mark?.column ?? 1): \(text)"))
  }
}

// MARK: - Changing

extension ProfilesFile {
  /// - Parameter position: among the profiles; nil for the end.
  mutating func insert(_ new: [String], at position: Int? = nil) {
    if profilesLine == nil {
      profilesLine = lines.count
      lines.append("profiles:")
    }
    // An empty mapping, or none, in the key's own line would stand in the way.
    if blocks.isEmpty, let profilesLine { lines[profilesLine] = "profiles:" }
    let line: Int
    if let position, position < blocks.count {
      line = blocks[position].lines.lowerBound
    } else {
      line = blocks.last?.lines.upperBound ?? (profilesLine ?? 0) + 1
    }
    lines.insert(contentsOf: new.map { Substring($0) }, at: line)
    self = ProfilesFile(text, path: path)
  }

  mutating func replace(_ block: Block, with new: [String]) {
    lines.replaceSubrange(block.lines, with: new.map { Substring($0) })
    self = ProfilesFile(text, path: path)
  }

  mutating func remove(_ block: Block) {
    lines.removeSubrange(block.lines)
    self = ProfilesFile(text, path: path)
  }

  mutating func setDefault(_ name: String?) {
    let line = name.map { Substring("default: \(YAMLText.quoted($0))") }
    if let defaultLine {
      lines.replaceSubrange(defaultLine...defaultLine, with: [line].compactMap { $0 })
    } else if let line {
      lines.insert(line, at: profilesLine ?? lines.count)
    }
    self = ProfilesFile(text, path: path)
  }

  /// What comes before the lines of a profile in this file.
  var indent: String {
    blocks.first.map { String(lines[$0.lines.lowerBound].prefix { $0 == " " }) } ?? "  "
  }
}
