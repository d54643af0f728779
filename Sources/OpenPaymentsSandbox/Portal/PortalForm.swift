import HTTPTypes
import JSONText

/// The JSON object that came as a body: reads its members and gathers what is wrong with them.
struct PortalForm {
  private let root: JSONValue
  private(set) var problems: [PortalRefusal.Problem] = []

  init(_ request: SandboxRequest) throws(PortalRefusal) {
    let mediaType = (request.fields[.contentType] ?? "").split(separator: ";").first?.trimmingBlanks.lowercased()
    guard mediaType == "application/json" else {
      throw PortalRefusal(
        status: .unsupportedMediaType, code: "unsupported_media_type", text: "The body must be application/json.")
    }
    let limit = SandboxRequest.maximumBodySize
    guard request.body.count <= limit else {
      throw PortalRefusal(
        status: .contentTooLarge, code: "content_too_large", text: "The body is longer than \(limit) bytes.")
    }
    let document = JSONDocument(request.body)
    guard document.error == nil, let root = document.root, root.kind == .object else {
      throw .invalid("The body is not a JSON object.")
    }
    self.root = root
  }

  /// A text; what is missing counts as empty.
  mutating func text(_ field: String, _ problem: (String) -> String?) -> String {
    guard let value = root[field], value.kind != .null else { return checked("", field, problem) }
    guard let text = value.string else {
      problems.append(.init(field: field, text: "This must be a text."))
      return ""
    }
    return checked(text, field, problem)
  }

  /// A list of texts, each of them once; what is missing counts as empty.
  mutating func list(_ field: String, _ problem: ([String]) -> String?) -> [String] {
    guard let value = root[field], value.kind != .null else { return checked([], field, problem) }
    let texts = value.elements.compactMap(\.string)
    guard value.kind == .array, texts.count == value.count else {
      problems.append(.init(field: field, text: "This must be a list of texts."))
      return []
    }
    var unique: [String] = []
    for text in texts where !unique.contains(text) { unique.append(text) }
    return checked(unique, field, problem)
  }

  func check() throws(PortalRefusal) {
    guard let first = problems.first else { return }
    throw .invalid(first.text, problems)
  }

  private mutating func checked<Value>(_ value: Value, _ field: String, _ problem: (Value) -> String?) -> Value {
    if let text = problem(value) { problems.append(.init(field: field, text: text)) }
    return value
  }
}
