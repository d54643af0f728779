import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Terminal
import ViewModels

/// Which columns of the history there is room for, and how wide they are.
struct HistoryColumns {
  private static let sizeWidth = 7
  private static let durationWidth = 7
  private static let longestProfile = 16
  private static let longestHost = 28

  private let scene: Scene
  private let timeWidth: Int
  private let profileWidth: Int
  private let hostWidth: Int
  private let statusWidth: Int
  private let isNarrow: Bool

  /// - Parameter positions: the rows that are on screen.
  init(_ scene: Scene, _ positions: Range<Int>, width: Int) {
    self.scene = scene
    isNarrow = width < 60
    let rows = positions.compactMap(scene.explorer.history.list.row)
    func widest(_ text: (HistoryRow) -> String) -> Int { rows.map { DisplayWidth.of(text($0)) }.max() ?? 0 }
    let (now, zone, withSeconds) = (scene.explorer.now, scene.timeZone, !isNarrow)
    timeWidth = widest { Words.moment($0.startedAt, now, zone, withSeconds: withSeconds) }
    profileWidth = isNarrow ? 0 : min(widest(\.profile), Self.longestProfile)
    // Where all calls went to one host it says nothing.
    let hasRoom = width >= Layout.wideWidth + Self.longestHost
    hostWidth = hasRoom && Set(rows.map(\.host)).count > 1 ? min(widest(\.host), Self.longestHost) : 0
    statusWidth = min(widest(Self.outcome), isNarrow ? 8 : width < Layout.wideWidth ? 12 : 20)
  }

  func draw(_ row: HistoryRow, isSelected: Bool, isMarked: Bool, in line: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let selection = theme[.selection]
    if isSelected { grid.fill(line, style: selection) }
    func style(_ role: ThemeRole) -> Style {
      guard isSelected else { return theme[role] }
      var style = theme[role]
      style.background = selection.background
      return role == .text || role == .muted ? selection : theme.legible(style)
    }
    grid.put(isSelected ? "▌" : " ", at: line.origin, style: isSelected ? selection : theme[.text])
    if isMarked { grid.put("●", at: Position(x: line.x + 1, y: line.y), style: style(.code)) }
    var x = line.x + 3
    func put(_ text: String, _ role: ThemeRole, width: Int) {
      guard width > 0 else { return }
      grid.put(text, at: Position(x: x, y: line.y), style: style(role), maxWidth: width, overflow: .ellipsis)
      x += width + 2
    }
    let moment = Words.moment(row.startedAt, scene.explorer.now, scene.timeZone, withSeconds: !isNarrow)
    put(moment, .muted, width: timeWidth)
    put(row.profile, .text, width: profileWidth)
    put(row.host, .muted, width: hostWidth)
    let figures = statusWidth + (isNarrow ? 0 : Self.sizeWidth + Self.durationWidth + 4)
    let room = max(line.maxX - x - figures - 3, 0)
    let method = isNarrow ? "" : "\(row.method) "
    put(method + Self.shortened(row.path, to: room - method.count), .text, width: room)
    let isGood = row.failure == nil && (row.status ?? 0) < 400
    put(Self.outcome(row), isGood ? .good : .bad, width: statusWidth)
    guard !isNarrow else { return }
    put(aligned(Words.bytes(row.size), Self.sizeWidth), .muted, width: Self.sizeWidth)
    put(aligned(row.duration.words, Self.durationWidth), .muted, width: Self.durationWidth)
  }

  /// Paths differ at their end: where there is little room the segments in front go.
  private static func shortened(_ path: String, to width: Int) -> String {
    let target = path.prefix { $0 != "?" }
    guard DisplayWidth.of(path) > width, let slash = target.lastIndex(of: "/"), slash > path.startIndex else {
      return path
    }
    return "…\(path[slash...])"
  }

  static func outcome(_ row: HistoryRow) -> String {
    row.failure?.words ?? row.status.map(String.init) ?? ""
  }

  private func aligned(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }
}

extension Words {
  /// `14:03:22`; of another day `11-25 14:03`, of another year `2025-11-25`. Without seconds `14:03` and `11-25`.
  static func moment(_ date: Date, _ now: Date, _ timeZone: LocalZone, withSeconds: Bool) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
    let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: timeZone.reading(date))
    let today = calendar.dateComponents([.year, .month, .day], from: timeZone.reading(now))
    let minute = "\(two(parts.hour)):\(two(parts.minute))"
    let day = "\(two(parts.month))-\(two(parts.day))"
    guard parts.year == today.year else { return "\(parts.year ?? 0)-\(day)" }
    let isToday = parts.month == today.month && parts.day == today.day
    guard withSeconds else { return isToday ? minute : day }
    return isToday ? "\(minute):\(two(parts.second))" : "\(day) \(minute)"
  }
}
