import ViewModels

/// What a typed line asks for.
enum PlainWord: Equatable {
  /// The first of what was listed is 1.
  case choice(Int)
  case back, list, more, help, quit, yes, no, again
  case find(String)
  /// Without a text all of the list is shown.
  case filter(String)
  /// Marks the place by a letter; alone it lists what is marked.
  case mark(String)
  case marks
  case page(Page)
  /// Anything else is what could be typed after the colon: a command, a place, or `get` with a path.
  case line(String)

  init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first?.lowercased() else { return nil }
    let rest = words.count > 1 ? words[1] : ""
    if let number = Int(first) {
      self = .choice(number)
    } else if let page = Page.allCases.first(where: { $0.rawValue.lowercased() == first }) {
      self = .page(page)
    } else {
      switch first {
      case "back", "b": self = .back
      case "list", "l": self = .list
      case "more", "m": self = .more
      case "help", "h", "?": self = .help
      case "quit", "q": self = .quit
      case "yes", "y": self = .yes
      case "no", "n": self = .no
      case "again", "r": self = .again
      case "find", "f": self = .find(rest)
      case "filter": self = .filter(rest)
      case "mark" where !rest.isEmpty: self = .mark(rest)
      case "mark", "marks": self = .marks
      default: self = .line(line)
      }
    }
  }

  /// What can be typed, with what it does.
  static let meanings: [(word: String, meaning: String)] = [
    ("a number", "choose what is listed under it"),
    ("back", "go back to the list before"),
    ("list", "read out again where you are"),
    ("more", "read on"),
    ("find TEXT", "look for a country, city or ASPSP in all that is known, by name, BIC or id"),
    ("filter TEXT", "keep what fits of the list; filter alone keeps all"),
    ("details, body, headers, request, timing, code", "what is behind the place, and the call that brought it"),
    ("again", "ask the platform again"),
    ("mark LETTER", "mark the place; marks alone lists what is marked, to go there by number"),
    ("history", "the calls of this and earlier runs; a number opens one, filter looks among them"),
    ("get PATH", "call any path of the platform"),
    ("profiles", "choose as whom to call"),
    ("token", "read what is known of the token"),
    ("read-directory", "after find: read all of the directory, so that all of it can be found"),
    ("se/stockholm/HANDSESS", "go to a place by its address; copy-address copies it"),
    ("copy-curl, copy-body, save-run", "and other commands of opx keys by their names"),
    ("quit", "end, as does the end of the input"),
  ]
}
