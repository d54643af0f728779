/// The finder and the commands by mouse.
extension Explorer {
  /// Pointing twice at the same row does what Enter does.
  mutating func point(atFound position: Int) -> [Effect] {
    guard let list = overlay?.typedList?.list else { return [] }
    notice = nil
    guard list.cursor == position else {
      overlay?.typedList?.move(to: position)
      return []
    }
    switch context {
    case .finder: return run(.jump)
    case .themes: return run(.useTheme)
    default: return run(.runCommand)
    }
  }
}
