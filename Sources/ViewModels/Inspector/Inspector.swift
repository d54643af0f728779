import JSONText
import OpenPayments

/// What lies behind the focused item: one exchange, page by page.
public struct Inspector: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Never, Outcome>

  public enum Work: Sendable, Hashable {
    /// Search a body, in place of what may be searched now.
    case find(BodySearch.Job)
    /// Evaluate a path expression, in place of what may be searched now.
    case query(BodyQuery.Job)
    case stop
  }

  enum Outcome {
    /// It wants to have the focus, or not any more.
    case focused, left
  }

  public enum News: Sendable {
    case found(BodySearch.Job, BodySearch.Hits)
    case queried(BodyQuery.Job, BodyQuery.Outcome)
  }

  public private(set) var page: Page = .body
  public private(set) var subject = Subject()
  /// The body of the exchange and how it is being looked at; nil if there is none to look at.
  public private(set) var body: BodyPage?
  public private(set) var cursor = 0
  public private(set) var top = 0
  /// Columns scrolled away on the left.
  public private(set) var left = 0
  /// What is being typed to find something in the body.
  public internal(set) var input: BodyInput?
  /// An exchange shown by itself, in place of the one that the columns are about.
  public internal(set) var pinned: Pinned?
  /// Tells a search from those before, whose results may still arrive.
  var searches = 0
  /// What the pages other than the body say.
  private var lines = [Subject().placeholder]
  /// Where one was on the body, while another page is shown.
  private var bodyPlace: Place?
  /// The form that bodies are shown in if they can be.
  private var form = BodyForm.tree
  private var height = 1
  private var width = 76

  private struct Place: Sendable, Hashable {
    let cursor: Int
    let top: Int
  }

  init() {}

  /// How many rows the page has.
  public var count: Int { page == .body ? body?.count ?? lines.count : lines.count }

  /// What a row of the page shows; nothing where there is no such row.
  public subscript(row: Int) -> Line {
    if page == .body, let body { return body[row] }
    return lines.indices.contains(row) ? lines[row] : Line()
  }

  /// The pages that there are of what is shown.
  public var pages: [Page] {
    subject.inspection?.exchange.isFile ?? subject.isFile ? [.body] : Page.allCases
  }

  /// Where the cursor is in a body, such as `$.aspsps[3].bicFi`.
  public var place: String? { page == .body ? body?.place(ofRow: cursor) : nil }

  /// Which hit of the search the cursor is on, counted from 1.
  public var numberOfHit: Int? { page == .body ? body?.numberOfHit(atRow: cursor) : nil }

  /// The path of the line under the cursor in a JSON body, whole.
  public var path: String? { jsonLine?.value.path }

  /// The line under the cursor in a JSON body.
  var jsonLine: JSONLine? { page == .body ? body?.jsonLine(cursor) : nil }

  mutating func show(_ subject: Subject) {
    guard subject != self.subject else { return }
    let isSameCall = subject.inspection != nil && subject.inspection == self.subject.inspection
    let staysInPlace = isSameCall && subject.item == self.subject.item
    self.subject = subject
    if !isSameCall {
      bodyPlace = nil
      body = hasBody ? subject.inspection.map { BodyPage($0, form: form, width: width) } : nil
    }
    if staysInPlace {
      lines = lines(of: page)
      move(to: cursor)
    } else {
      refill(from: isSameCall ? top : nil)
    }
  }

  mutating func turn(to page: Page) {
    guard page != self.page else { return }
    if self.page == .body { bodyPlace = Place(cursor: cursor, top: top) }
    self.page = page
    guard page == .body, let place = bodyPlace, body != nil else { return refill() }
    (left, top) = (0, place.top)
    move(to: place.cursor)
  }

  mutating func turn(by distance: Int) {
    let pages = pages
    let position = (pages.firstIndex(of: page) ?? 0) + distance
    turn(to: pages[(position + pages.count) % pages.count])
  }

  /// Shows the body in its next form.
  mutating func turnForm() {
    guard let body, let position = body.forms.firstIndex(of: body.form) else { return }
    form = body.forms[(position + 1) % body.forms.count]
    left = 0
    show(self.body?.turn(to: form, at: cursor) ?? 0)
  }

  mutating func move(by distance: Int) { move(to: cursor + distance) }

  mutating func move(to position: Int) {
    cursor = min(max(position, 0), max(count - 1, 0))
    keepCursorVisible()
  }

  /// Moves to a row, and brings it into the middle if it was not on screen.
  mutating func show(_ row: Int) {
    let isVisible = (top..<top + height).contains(row)
    move(to: row)
    if !isVisible { top = max(min(cursor - height / 2, count - height), 0) }
  }

  mutating func scroll(by distance: Int) {
    top = min(max(top + distance, 0), max(count - height, 0))
    cursor = min(max(cursor, top), max(min(top + height, count) - 1, 0))
  }

  mutating func scrollSideways(by distance: Int) { left = min(max(left + distance, 0), 4000) }

  mutating func setSize(width: Int, height: Int) {
    self.height = height
    if width != self.width { pinned?.setWidth(width) }
    if width != self.width {
      self.width = width
      if let row = body?.setWidth(width, at: page == .body ? cursor : bodyPlace?.cursor ?? 0) {
        bodyPlace = Place(cursor: row, top: row)
        if page == .body { cursor = row }
      }
      if page == .timing { lines = lines(of: page) }
    }
    keepCursorVisible()
  }

  /// Changes the tree of a body that is shown as one.
  ///
  /// - Parameter change: is given the row under the cursor, which may be one behind the tree's last.
  /// - Returns: what `change` returns; nil if there is no tree.
  mutating func changeTree(_ change: (inout JSONTree, Int) -> Int?) -> Int? {
    guard page == .body else { return nil }
    return body?.changeTree { change(&$0, cursor) }
  }

  mutating func changeBody(_ change: (inout BodyPage) -> Void) {
    guard var body = self.body.take() else { return }
    change(&body)
    self.body = body
  }

  private var hasBody: Bool {
    guard let exchange = subject.inspection?.exchange else { return false }
    return exchange.failure == nil || !exchange.body.isEmpty
  }

  /// Fills the page anew and points at the item it is about.
  ///
  /// - Parameter shownTop: what was the top of the same body, which stays where the item can be seen whole.
  private mutating func refill(from shownTop: Int? = nil) {
    lines = lines(of: page)
    (left, top) = (0, 0)
    let rows = page == .body ? subject.item.flatMap { body?.reveal(item: $0) } : nil
    move(to: rows?.lowerBound ?? 0)
    guard let rows else { return }
    if let shownTop, shownTop <= rows.lowerBound, rows.upperBound < shownTop + height {
      top = shownTop
    } else {
      top = max(min(rows.lowerBound - 1, count - height), 0)
    }
  }

  private func lines(of page: Page) -> [Line] {
    guard page != .details else { return subject.details }
    guard let inspection = subject.inspection else { return [subject.placeholder] }
    return switch page {
    case .details, .body: subject.details
    case .headers: inspection.exchange.headerLines
    case .timing: Timing(inspection.exchange, width: width).lines
    case .request: inspection.exchange.requestLines
    case .code:
      subject.owner.map {
        CallCode(inspection.exchange, of: $0, among: subject.profiles).lines
      } ?? [subject.placeholder]
    }
  }

  private mutating func keepCursorVisible() {
    top = min(max(top, cursor - height + 1), cursor)
    top = max(min(top, count - height), 0)
  }
}
