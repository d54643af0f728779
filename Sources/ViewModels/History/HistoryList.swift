public import ExplorerStorage
public import FoundationEssentials

/// The exchanges that a query finds, newest first: a list with a cursor, of which only a piece is in memory.
///
/// The list ends on its new side at what was there when it was loaded; what is written later comes in front of it, and
/// cursor and window stay on the rows where they are.
public struct HistoryList: Sendable, Equatable {
  /// How many rows are in memory, and how near the window may come to their end before others are asked for.
  private static let pieceLength = 300
  private static let margin = 50
  /// With more new ones than this the list is loaded anew.
  private static let mostNewer = 500

  public private(set) var query = HistoryQuery.all
  /// How many exchanges the query finds.
  public private(set) var total = 0
  public private(set) var cursor = 0
  /// The first position in the window.
  public private(set) var top = 0
  /// In the order in which they were marked.
  public private(set) var marked: [UUID] = []
  /// Why the latest request came to nothing.
  public private(set) var failure: String?
  /// Whether the list is as the query has it; until then the rows shown are those of the query before.
  public private(set) var isLoaded = false

  private var rows: [HistoryRow] = []
  private var offset = 0
  private var newest: Int64 = 0
  private var hasNews = false
  /// Marked ones that the query doesn't find, and whether that has to be asked.
  private var hidden: Set<UUID> = []
  private var mayHideMarks = false
  private var underway: HistoryRequest?
  private var height = 1

  public func row(at position: Int) -> HistoryRow? {
    rows.indices.contains(position - offset) ? rows[position - offset] : nil
  }

  public var selected: HistoryRow? { row(at: cursor) }

  /// The positions in the window.
  public var window: Range<Int> { top..<max(min(top + height, total), top) }

  public func isMarked(_ row: HistoryRow) -> Bool { marked.contains(row.id) }

  mutating func move(to position: Int) {
    cursor = min(max(position, 0), max(total - 1, 0))
    keepCursorVisible()
  }

  mutating func scroll(by distance: Int) {
    top = min(max(top + distance, 0), max(total - height, 0))
    cursor = min(max(cursor, top), max(min(top + height, total) - 1, 0))
  }

  /// - Parameter height: as many rows as are seen at once, or are in memory.
  mutating func setHeight(_ height: Int) {
    self.height = min(height, Self.pieceLength - 2 * Self.margin)
    keepCursorVisible()
  }

  /// Marks the row under the cursor, or takes the mark away, and goes on to the next.
  mutating func toggleMark() {
    guard let id = selected?.id else { return }
    if let place = marked.firstIndex(of: id) { marked.remove(at: place) } else { marked.append(id) }
    move(to: cursor + 1)
  }

  mutating func unmark(_ ids: [UUID]) { marked.removeAll(where: ids.contains) }

  /// How many of the marked ones are not in the list, because the query doesn't find them.
  public var hiddenMarks: Int { marked.count(where: hidden.contains) }

  /// Lists what another query finds, from its newest on.
  mutating func setQuery(_ query: HistoryQuery) {
    guard query != self.query else { return }
    self.query = query
    (cursor, top) = (0, 0)
    reload()
  }

  /// Loads the list anew at the place where it is.
  mutating func reload() {
    (isLoaded, failure, underway) = (false, nil, nil)
    mayHideMarks = !marked.isEmpty
  }

  /// Something was written since.
  mutating func noteNews() { hasNews = true }

  mutating func abandon() {
    if underway?.bringsNews == true { hasNews = true }
    underway = nil
  }

  /// What has to be asked of the history now; nil if nothing has to.
  mutating func nextRequest() -> HistoryRequest? {
    guard let request = wanted, request != underway else { return nil }
    abandon()
    underway = request
    // What is written from here on may not be in the answer.
    if request.bringsNews { hasNews = false }
    return request
  }

  private var wanted: HistoryRequest? {
    guard failure == nil else { return nil }
    if let underway, covers(underway) { return nil }
    if !isLoaded || !hasRows(around: 0) || underway == nil && !hasRows(around: Self.margin) {
      let offset = max(top + height / 2 - Self.pieceLength / 2, 0)
      return .piece(query, offset: offset, count: Self.pieceLength, newest: isLoaded ? newest : nil)
    }
    if hasNews { return .newer(query, than: newest, count: Self.mostNewer) }
    return mayHideMarks ? .found(marked, query) : nil
  }

  /// Whether what is under way brings the rows of the window.
  private func covers(_ request: HistoryRequest) -> Bool {
    guard case .piece(_, let offset, let count, _) = request else { return hasRows(around: 0) }
    return offset <= top && top + height <= offset + count
  }

  private func hasRows(around margin: Int) -> Bool {
    let (first, last) = (max(top - margin, 0), min(top + height + margin, total))
    return first >= offset && last <= offset + rows.count
  }

  mutating func take(_ request: HistoryRequest, _ outcome: HistoryOutcome) {
    guard request == underway else { return }
    underway = nil
    switch (request, outcome) {
    case (_, .failed(let reason)): failure = reason
    case (.piece(_, _, let count, _), .window(let window)):
      (rows, offset, newest, isLoaded) = (window.rows, window.offset, window.newest, true)
      // Rows that can't be read are no reason to ask for them for ever.
      let isShort = rows.count < min(count, window.total - offset)
      total = isShort ? offset + rows.count : window.total
      move(to: cursor)
    case (.newer, .window(let window)):
      if window.rows.count < Self.mostNewer { prepend(window) } else { reload() }
    case (.found(let ids, _), .found(let found)):
      mayHideMarks = false
      hidden = Set(ids).subtracting(found)
    case (.piece, .found), (.newer, .found), (.found, .window): break
    }
  }

  private mutating func prepend(_ window: HistoryWindow) {
    newest = window.newest
    let count = window.rows.count
    guard count > 0 else { return }
    if offset == 0 { rows = Array((window.rows + rows).prefix(Self.pieceLength)) } else { offset += count }
    let isAtTop = top == 0
    total += count
    cursor = total == count ? 0 : cursor + count
    top = isAtTop ? 0 : top + count
    keepCursorVisible()
  }

  private mutating func keepCursorVisible() {
    top = min(max(top, cursor - height + 1), cursor)
    top = max(min(top, total - height), 0)
  }
}

extension HistoryRequest {
  /// Whether its answer has all that was written before it was asked.
  fileprivate var bringsNews: Bool {
    switch self {
    case .newer, .piece(_, _, _, newest: nil): true
    case .piece, .found: false
    }
  }
}
