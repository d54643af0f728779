/// The finder and the commands by mouse.
extension Explorer {
  /// Pointing twice at the same row does what Enter does.
  mutating func point(atFound position: Int) -> [Effect] {
    notice = nil
    switch overlay {
    case .finder(var finder):
      guard finder.list.cursor != position else { return run(.jump) }
      finder.move(to: position)
      overlay = .finder(finder)
    case .help(var help):
      guard help.list.cursor != position else { return run(.runCommand) }
      help.move(to: position)
      overlay = .help(help)
    default: break
    }
    return []
  }

  mutating func scrollFound(by distance: Int) {
    switch overlay {
    case .finder(var finder):
      finder.scroll(by: distance)
      overlay = .finder(finder)
    case .help(var help):
      help.scroll(by: distance)
      overlay = .help(help)
    default: break
    }
  }
}
