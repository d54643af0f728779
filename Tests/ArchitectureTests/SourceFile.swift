/// A file of a module: the types that it declares, and the names that it has.
struct SourceFile {
  /// Below the module's folder.
  let path: String
  /// Types that other files can name.
  private(set) var types: Set<String> = []
  /// All types, those inside of others too.
  private(set) var declared: Set<String> = []
  /// Names that begin with a capital and belong to nothing else's name.
  private(set) var names: Set<String> = []

  /// How many braces are open.
  private var depth = 0

  private static let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
  private static let hidden: Set<Substring> = ["private", "fileprivate"]

  init(path: String, text: String) {
    self.path = path
    for line in SwiftCode(text).text.split(separator: "\n") { take(line) }
  }

  /// The one that lies in the module's own; for files beside the folders, a word for that.
  var folder: String { path.contains("/") ? String(path.prefix { $0 != "/" }) : "(top)" }

  private mutating func take(_ line: Substring) {
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    for (number, word) in words.enumerated() where word.first?.isUppercase == true {
      let name = String(word)
      let before = line[..<word.startIndex]
      if before.last != "." { names.insert(name) }
      guard number > 0, Self.kinds.contains(words[number - 1]) else { continue }
      declared.insert(name)
      let isInner = depth + Self.opened(in: before) > 0
      if !isInner, Self.hidden.isDisjoint(with: words[..<number]) { types.insert(name) }
    }
    depth += Self.opened(in: line)
  }

  private static func opened(in text: Substring) -> Int {
    text.reduce(0) { $0 + ($1 == "{" ? 1 : $1 == "}" ? -1 : 0) }
  }
}
