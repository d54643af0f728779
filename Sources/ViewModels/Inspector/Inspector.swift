public import ExplorerStorage
import JSONText
import OpenPayments

/// What lies behind the focused item: one exchange, page by page.
public struct Inspector: Sendable, Equatable {
  public private(set) var page: Page = .body
  public private(set) var subject = Subject()
  public private(set) var content = Content.nothing
  public private(set) var cursor = 0
  public private(set) var top = 0
  /// Columns scrolled away on the left.
  public private(set) var left = 0
  private var height = 1
  private var width = 76

  /// The exchange to show, the place in its body to point at, and what can be said in plain words.
  public struct Subject: Sendable, Equatable {
    public var inspection: Inspection?
    public var item: Int?
    public var details: [Line] = []
    /// Under which the call can be made again, and the others there are.
    public var profile: Profile?
    public var profiles: [Profile] = []
  }

  public enum Content: Sendable, Equatable {
    case lines([Line])
    case body(Inspection)

    static let nothing = Content.lines([Line("No call has been made for this yet.", .muted)])

    public var count: Int {
      switch self {
      case .lines(let lines): lines.count
      case .body(let inspection): inspection.bodyLineCount
      }
    }

    public subscript(position: Int) -> Line {
      switch self {
      case .lines(let lines): lines[position]
      case .body(let inspection): inspection.bodyLine(position)
      }
    }
  }

  /// The place of the line under the cursor in a JSON body, such as `$.aspsps[3].bicFi`.
  public var path: String? { outline?.path(ofRow: cursor) }

  /// The line under the cursor in a JSON body.
  var jsonLine: JSONLine? { outline?[cursor] }

  /// The JSON body's rows, if the cursor is on one of them.
  private var outline: JSONOutline? {
    guard page == .body, case .json(let outline, _)? = subject.inspection?.body, cursor < outline.count else {
      return nil
    }
    return outline
  }

  mutating func show(_ subject: Subject) {
    guard subject != self.subject else { return }
    let isSameCall = subject.inspection != nil && subject.inspection == self.subject.inspection
    let staysInPlace = isSameCall && subject.item == self.subject.item
    self.subject = subject
    if staysInPlace {
      content = content(of: page)
      move(to: cursor)
    } else {
      refill()
    }
  }

  mutating func turn(to page: Page) {
    guard page != self.page else { return }
    self.page = page
    refill()
  }

  mutating func turn(by distance: Int) {
    let pages = Page.allCases
    let position = (pages.firstIndex(of: page) ?? 0) + distance
    turn(to: pages[(position + pages.count) % pages.count])
  }

  mutating func move(by distance: Int) { move(to: cursor + distance) }

  mutating func move(to position: Int) {
    cursor = min(max(position, 0), max(content.count - 1, 0))
    keepCursorVisible()
  }

  mutating func scroll(by distance: Int) {
    top = min(max(top + distance, 0), max(content.count - height, 0))
    cursor = min(max(cursor, top), max(min(top + height, content.count) - 1, 0))
  }

  mutating func scrollSideways(by distance: Int) { left = min(max(left + distance, 0), 4000) }

  mutating func setSize(width: Int, height: Int) {
    self.height = height
    if width != self.width {
      self.width = width
      if page == .timing { content = content(of: page) }
    }
    keepCursorVisible()
  }

  /// Fills the page anew and points at the item it is about.
  private mutating func refill() {
    content = content(of: page)
    left = 0
    let row = page == .body ? subject.item.flatMap { subject.inspection?.bodyRow(ofItem: $0) } : nil
    top = 0
    move(to: row ?? 0)
    if let row { top = max(min(row - 1, content.count - height), 0) }
  }

  private func content(of page: Page) -> Content {
    guard page != .details else { return .lines(subject.details) }
    guard let inspection = subject.inspection else {
      return .nothing
    }
    switch page {
    case .body where inspection.exchange.failure != nil && inspection.exchange.body.isEmpty:
      return .lines(subject.details)
    case .details, .body: return .body(inspection)
    case .headers: return .lines(inspection.exchange.headerLines)
    case .timing: return .lines(Timing(inspection.exchange, width: width).lines)
    case .request: return .lines(inspection.exchange.requestLines)
    case .code:
      guard let profile = subject.profile else { return .nothing }
      return .lines(CallCode(inspection.exchange, for: profile, among: subject.profiles).lines)
    }
  }

  private mutating func keepCursorVisible() {
    top = min(max(top, cursor - height + 1), cursor)
    top = max(min(top, content.count - height), 0)
  }
}
