/// What can be opened over columns and inspector. The topmost has the keyboard.
public enum Layer: Sendable, Hashable {
  /// These take the place of columns and inspector.
  case history, guide
  /// These lie over what is below.
  case commandLine, commands, compareMenu, copyMenu, finder, historyFilter, mark, profileTest, profiles, question,
    saving,
    themes, token
  case form, newApplication, code, request

  var isPage: Bool { [.history, .guide].contains(self) }
}

/// What is open, from the bottom to the top.
struct Layers: Sendable, Hashable {
  private var all: [Layer] = []

  var top: Layer? { all.last }
  /// The page in the place of columns and inspector.
  var page: Layer? { all.last(where: \.isPage) }
  /// What lies over page or panes and has the keyboard.
  var overlay: Layer? { all.last.flatMap { $0.isPage ? nil : $0 } }

  func count(of layer: Layer) -> Int { all.count { $0 == layer } }
  func contains(_ layer: Layer) -> Bool { all.contains(layer) }

  /// Over everything that is open.
  mutating func push(_ layer: Layer) { all.append(layer) }

  /// Closes a layer and what was opened over it.
  mutating func close(_ layer: Layer) {
    if let place = all.lastIndex(of: layer) { all.removeSubrange(place...) }
  }

  /// Closes what lies over page or panes.
  mutating func closeOverlays() { all.removeAll { !$0.isPage } }

  mutating func closeAll() { all = [] }
}
