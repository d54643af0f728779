import ExplorerStorage

/// What is known to those who type, and how the panes may be arranged.
extension Explorer {
  /// What a country or city is asked for by; nil where the platform sent nothing.
  private static func named(_ row: Row?) -> String? { row.flatMap { $0.id.isEmpty ? nil : $0.id } }

  var knownPaths: KnownPaths {
    KnownPaths(
      profile.dialect, country: Self.named(countries.selected), city: Self.named(cities.selected),
      bicFi: aspsps.selected.flatMap { $0.code.isEmpty ? nil : $0.code })
  }

  var knownPlaces: KnownPlaces { KnownPlaces(directory: session.directory, profiles: profiles) }

  mutating func arrange(_ command: Command) {
    guard layers.top == nil, viewport.sharesScreen else {
      notice = Notice("One pane has the whole screen here: there is nothing to share.")
      return
    }
    take(look.arrange(command, focus, isComparing: comparison.shown != nil, viewport))
  }
}
