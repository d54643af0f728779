extension Context {
  /// Whether what is typed goes into a text.
  public var takesText: Bool {
    [.filter, .search, .query, .prompt, .form, .profileFilter, .entry, .finder, .marks, .help, .themes].contains(self)
  }

  /// How many bytes can be typed or pasted at once: fewer where a list is looked through with every change.
  var textLimit: Int {
    [.filter, .profileFilter, .finder, .help, .themes].contains(self) ? 1024 : TextField.limit
  }

  /// The commands that matter most here.
  var group: Command.Group {
    switch self {
    case .inspector: .inspecting
    case .body: .body
    case .history: .history
    case .token: .token
    case .guide: .gettingStarted
    case .comparison, .compareMenu: .comparing
    default: .moving
    }
  }

  /// Where that is, as the end of a sentence.
  public var words: String {
    switch self {
    case .columns: "in the lists"
    case .inspector: "in the inspector"
    case .body: "in a body"
    case .profiles, .profileFilter: "among the profiles"
    case .profileTest: "in a profile's test"
    case .entry, .form: "in a form"
    case .filter, .search, .query, .prompt: "while something is typed"
    case .help: "among the keys"
    case .copy: "in the copy menu"
    case .history: "in the history"
    case .question: "at a question"
    case .compareMenu: "before a comparison"
    case .comparison: "in a comparison"
    case .token: "on the token's page"
    case .guide: "in the guide"
    case .newApplication: "at a new application's secret"
    case .code: "at a code"
    case .finder: "in the finder"
    case .themes: "among the themes"
    case .marks: "at a mark"
    }
  }
}
