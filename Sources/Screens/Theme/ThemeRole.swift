import ExplorerStorage

/// What a piece of the screen is for; themes give each role a style.
public enum ThemeRole: Int, Sendable, CaseIterable {
  case text, muted, heading, label, match, code, good, bad, secret
  case border, title, selection, header, footer, notice, tab, overlay
  case focusedBorder, focusedTitle, idleSelection, footerKey, activeTab
  case headerName, headerSandbox, headerProduction, headerMuted, headerGood, headerWarning, headerBad
  case key, string, number, literal, punctuation
  case added, removed, changed, moved
  case overlayBorder, overlayHeading, overlayKey, overlayMuted, overlayWarning
  case accent, accentBlue, accentCyan, accentGreen, accentMagenta, accentOrange, accentYellow

  /// As theme files call it: general before special, such as `header.good`.
  public var name: String {
    switch self {
    case .text: "text"
    case .muted: "muted"
    case .heading: "heading"
    case .label: "label"
    case .match: "match"
    case .code: "code"
    case .good: "good"
    case .bad: "bad"
    case .secret: "secret"
    case .border: "border"
    case .title: "title"
    case .selection: "selection"
    case .header: "header"
    case .footer: "footer"
    case .notice: "notice"
    case .tab: "tab"
    case .overlay: "overlay"
    case .accent: "accent"
    case .focusedBorder: "border.focused"
    case .focusedTitle: "title.focused"
    case .idleSelection: "selection.idle"
    case .headerName: "header.name"
    case .headerSandbox: "header.sandbox"
    case .headerProduction: "header.production"
    case .headerMuted: "header.muted"
    case .headerGood: "header.good"
    case .headerWarning: "header.warning"
    case .headerBad: "header.bad"
    case .footerKey: "footer.key"
    case .activeTab: "tab.active"
    case .key: "json.key"
    case .string: "json.string"
    case .number: "json.number"
    case .literal: "json.literal"
    case .punctuation: "json.punctuation"
    case .added: "difference.added"
    case .removed: "difference.removed"
    case .changed: "difference.changed"
    case .moved: "difference.moved"
    case .overlayBorder: "overlay.border"
    case .overlayHeading: "overlay.heading"
    case .overlayKey: "overlay.key"
    case .overlayMuted: "overlay.muted"
    case .overlayWarning: "overlay.warning"
    case .accentBlue: "accent.blue"
    case .accentCyan: "accent.cyan"
    case .accentGreen: "accent.green"
    case .accentMagenta: "accent.magenta"
    case .accentOrange: "accent.orange"
    case .accentYellow: "accent.yellow"
    }
  }
}

extension ThemeRole {
  init(_ accent: Accent) {
    self =
      switch accent {
      case .blue: .accentBlue
      case .cyan: .accentCyan
      case .green: .accentGreen
      case .magenta: .accentMagenta
      case .orange: .accentOrange
      case .yellow: .accentYellow
      }
  }
}
