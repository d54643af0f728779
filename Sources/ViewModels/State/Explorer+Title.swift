import ExplorerStorage

extension Explorer {
  /// What the terminal's window may be called: as whom one calls, and where one is. Changes only by going somewhere.
  public var windowTitle: String {
    if let file { return "opx: \(file.name)" }
    let place: String
    if isHistoryOpen {
      place = "history"
    } else if guide.isOpen {
      place = "getting started"
    } else {
      place = placeTitle
    }
    return "opx \(profile.name)\(profile.isProduction ? " (production)" : "")\(place.isEmpty ? "" : ": \(place)")"
  }

  private var placeTitle: String {
    let country = column != .countries ? countries.selected?.name : nil
    let city = column == .aspsps ? cities.selected?.name : nil
    return [country, city].compactMap(\.self).joined(separator: ", ")
  }
}
