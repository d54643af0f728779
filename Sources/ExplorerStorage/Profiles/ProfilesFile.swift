/// `profiles.yaml` as a text whose parts are known: what it says, and which bytes say it.
struct ProfilesFile {
  static let largest = 1_048_576

  /// A profile in the file, whether it can be used or not.
  struct Block: Equatable {
    let name: String
    /// What is said under the name.
    let value: YAMLNode
    /// Whole lines, from that of its name on; blank lines and comments after it are not among them.
    let bytes: Range<Int>
  }

  let path: String
  /// A byte order mark, or nothing.
  private let mark: [UInt8]
  /// All that follows the mark.
  let body: [UInt8]
  private(set) var list = ProfileList()
  /// Why nothing can be put in or taken out; nil if it can.
  private(set) var obstacle: ConfigurationError?
  private(set) var blocks: [Block] = []
  private(set) var root: YAMLNode?
  /// What stands beside the profiles and the default; opx makes nothing of it.
  private(set) var strangers: [YAMLNode.Pair] = []
  private(set) var profilesPair: YAMLNode.Pair?
  private(set) var defaultPair: YAMLNode.Pair?
  private var problems = ProblemList<ConfigurationError>()

  init(_ text: [UInt8], path: String) {
    self.path = path
    let hasMark = text.starts(with: TextFile.byteOrderMark)
    mark = hasMark ? TextFile.byteOrderMark : []
    body = hasMark ? Array(text.dropFirst(mark.count)) : text
    read()
    list.problems = problems.all(in: path)
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  var text: [UInt8] { mark + body }

  /// The same file with another text behind its mark.
  func with(_ body: [UInt8]) -> ProfilesFile { ProfilesFile(mark + body, path: path) }

  func block(of name: String) -> Block? { blocks.first { $0.name == name } }

  // MARK: - Reading

  private mutating func read() {
    // A start without profiles need not wait for the reader of YAML.
    guard !body.isEmpty else { return }
    do throws(ConfigurationError) { _ = try TextFile.text(body, of: path) } catch { return refuse(error) }
    do throws(YAMLFault) { root = try YAML.read(body) } catch { return refuse(ConfigurationError("\(path):\(error)")) }
    guard let root else { return }
    guard let pairs = root.pairs else {
      return refuse(ConfigurationError("\(path):1:1: expected a mapping with profiles in it"))
    }
    if root.isFlow { obstruct("it is written in braces") }
    for pair in pairs {
      switch pair.key.string {
      case "default": readDefault(pair)
      case "profiles":
        profilesPair = pair
        read(pair.value, end: pairs.map(\.key.bytes.lowerBound).filter { $0 > pair.key.bytes.lowerBound }.min())
      case let name: note(stranger: name ?? "", pair)
      }
    }
    if let name = list.defaultName, block(of: name) == nil, !ProfileName.reserved.contains(name) {
      note("there is no profile \"\(name.shown)\" to be the default", at: nil)
    }
  }

  private mutating func readDefault(_ pair: YAMLNode.Pair) {
    defaultPair = pair
    list.defaultName = pair.value.isNull ? nil : pair.value.string
    guard pair.value.string == nil else { return }
    note("default must be the name of one profile", at: pair.value.place)
    list.unreadableDefault = problems.first.last
  }

  private mutating func note(stranger name: String, _ pair: YAMLNode.Pair) {
    strangers.append(pair)
    let nearest = problems.isFull ? "profiles" : Spelling.nearest(to: name, among: ["default", "profiles"])
    note("unknown key \"\(name.shown)\"; did you mean \"\(nearest)\"?", at: pair.key.place)
  }

  /// - Parameter end: where the key after the profiles begins; nil if none does.
  private mutating func read(_ value: YAMLNode, end: Int?) {
    guard !value.isNull else { return }
    guard let pairs = value.pairs else {
      obstruct("profiles is no mapping of names to profiles")
      return note("profiles must be a mapping of names to profiles", at: value.place)
    }
    if value.isFlow, !pairs.isEmpty { obstruct("several profiles share a line or braces") }
    for (position, pair) in pairs.enumerated() {
      var entry = ProfileEntry(pair, path: path, isBrief: problems.isFull)
      if let profile = entry.profile() { list.profiles.append(profile) }
      if let problem = entry.problems.first.first { list.unusable[pair.key.string ?? ""] = problem }
      problems.note(entry.problems)
      let next = position + 1 < pairs.count ? pairs[position + 1].key.bytes.lowerBound : end
      let lines = value.isFlow ? 0..<0 : lines(of: pair, before: next)
      blocks.append(Block(name: pair.key.string ?? "", value: pair.value, bytes: lines))
    }
    guard !value.isFlow else { return }
    let indents = Set(pairs.map { prefix(of: $0.key) })
    if indents.count > 1 || indents.contains(where: { indent in !indent.allSatisfy { $0 == UInt8(ascii: " ") } }) {
      obstruct("not every profile has a line for its name")
    }
  }

  private mutating func refuse(_ error: ConfigurationError) {
    obstacle = error
    list.unreadable = error
    problems.note(error)
  }

  private mutating func obstruct(_ reason: String) {
    guard obstacle == nil else { return }
    obstacle = ConfigurationError("\(path): \(reason), so it can be changed by hand only")
  }

  private mutating func note(_ text: String, at place: YAMLPlace?) {
    let place = place ?? YAMLPlace(line: 1, column: 1)
    let problem = ConfigurationError("\(path):\(place): \(text)")
    problems.note(problem)
  }
}

// MARK: - Lines

extension ProfilesFile {
  func lineStart(_ place: Int) -> Int { LineBreak.lineStart(in: body, of: place) }

  /// What comes before a key in its line.
  func prefix(of key: YAMLNode) -> [UInt8] { Array(body[lineStart(key.bytes.lowerBound)..<key.bytes.lowerBound]) }

  /// The end of the last line that says something of it.
  func end(of pair: YAMLNode.Pair) -> Int {
    let end = max(pair.key.bytes.upperBound, pair.value.bytes.upperBound)
    // A text behind a bar ends where the next line begins.
    return end > pair.key.bytes.upperBound && LineBreak.isLineStart(in: body, end)
      ? end : LineBreak.lineEnd(in: body, of: end)
  }

  /// - Parameter next: where the next key begins; nil if none does.
  fileprivate func lines(of pair: YAMLNode.Pair, before next: Int?) -> Range<Int> {
    let start = lineStart(pair.key.bytes.lowerBound)
    return start..<max(start, min(end(of: pair), next.map(lineStart) ?? body.count))
  }
}
