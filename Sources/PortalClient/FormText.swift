import FoundationEssentials

/// The text of a form or query: names and values, percent-encoded.
enum FormText {
  static func encode(_ fields: KeyValuePairs<String, String>) -> String {
    var components = URLComponents()
    components.queryItems = fields.map { URLQueryItem(name: $0.key, value: $0.value) }
    // A plus sign would be read as a blank.
    return (components.percentEncodedQuery ?? "").replacing("+", with: "%2B")
  }
}
