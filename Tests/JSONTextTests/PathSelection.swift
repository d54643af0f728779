import JSONText
import Testing

/// The text of each value that a query selects in a document.
func selection(_ query: String, in json: String) throws -> [String] {
  try matches(query, in: json).map(\.text)
}

/// The path of each value that a query selects in a document.
func paths(_ query: String, in json: String) throws -> [String] {
  try matches(query, in: json).map(\.path)
}

func matches(_ query: String, in json: String) throws -> JSONPathMatches {
  let document = JSONDocument(Array(json.utf8))
  try #require(document.error == nil)
  let matches = try JSONPath(query).matches(in: try #require(document.root))
  #expect(matches.ending == .complete)
  return matches
}
