import FoundationEssentials

/// Runs `body` with the path of a file that holds `text` and is gone afterwards.
func withTemporaryFile<Value>(_ text: String, _ body: (String) async throws -> Value) async throws -> Value {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("opx-\(UUID().uuidString)").path
  try text.write(toFile: path, atomically: true, encoding: .utf8)
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try await body(path)
}
