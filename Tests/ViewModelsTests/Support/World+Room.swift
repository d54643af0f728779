import ExplorerStorage
import FoundationEssentials

@testable import ViewModels

/// What is around a room that stands alone.
extension ViewModels.World {
  static func of(
    _ profile: Profile = World.psd2, tag: Int = 1, in context: Context = .columns, after seconds: TimeInterval = 0
  ) -> ViewModels.World {
    ViewModels.World(
      now: World.start + seconds, timeZone: .gmt,
      viewport: Viewport(columnRows: 10, inspectorRows: 10, inspectorWidth: 76, overlayRows: 10),
      caller: Caller(profile, ProfileTag(number: tag)), standpoint: Standpoint(context, pinned: nil, comparison: nil),
      keys: CommandKeys())
  }
}

extension Turn {
  var said: String? { notice?.text(CommandKeys()) }
  /// The outcomes by name, without what they hold.
  var told: [String] { outcomes.map { String("\($0)".prefix { $0 != "(" }) } }
  /// Whether nothing is to be done or told.
  var isQuiet: Bool { work.isEmpty && calls.isEmpty && outcomes.isEmpty && notice == nil }
}
