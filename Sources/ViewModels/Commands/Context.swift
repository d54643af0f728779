/// What has the keyboard: it decides which command a key stands for.
public enum Context: String, Sendable, Hashable, CaseIterable {
  case columns, inspector, filter, help, profiles, copy, prompt, compareMenu, comparison
}
