/// The inspector's pages.
public enum Page: String, Sendable, Hashable, CaseIterable {
  case details = "Details"
  case body = "Body"
  case headers = "Headers"
  case request = "Request"
  case timing = "Timing"
  case code = "Code"
}
