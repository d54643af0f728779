/// What has the keyboard: it decides which command a key stands for.
public enum Context: Int, Sendable, Hashable, CaseIterable {
  case columns, inspector
  /// The inspector's body.
  case body
  /// The profiles, and their filter being typed.
  case profiles, profileFilter
  case profileTest
  /// A form being filled in.
  case entry
  case filter, search, query, help, copy, prompt, form, history, question, compareMenu, comparison, token
  /// The guide, a new application's secret, and a code to be scanned.
  case guide, newApplication, code
  /// Looking for a place, and a mark's letter.
  case finder, marks
  /// Choosing a theme.
  case themes
}
