import ExplorerStorage

extension Explorer {
  /// What the terminal's window may be called: as whom one calls, and where one is. Changes only by going somewhere.
  public var windowTitle: String {
    if let file { return "opx: \(file.name)" }
    let place: String
    if page == .history {
      place = "history"
    } else if page == .guide {
      place = "getting started"
    } else {
      place = browser.placeTitle
    }
    return "opx \(profile.name)\(profile.isProduction ? " (production)" : "")\(place.isEmpty ? "" : ": \(place)")"
  }
}
