import JSONText

/// What holds for any bytes, read as a document, as its tree and as a query: shared by the test of random changes and by the fuzzer.
struct JSONInvariants {
  let bytes: [UInt8]
  /// How many values of a document are looked for by their paths.
  var maximumPaths = 50

  /// What does not hold, in words; nil when all does.
  func broken() -> String? {
    brokenByChunks() ?? brokenByError() ?? brokenByPaths() ?? brokenAsTree() ?? brokenAsQuery()
      ?? brokenAsQueryOfDocument()
  }

  // MARK: - As a document

  /// A document is the same in whatever pieces it arrives.
  private func brokenByChunks() -> String? {
    let whole = JSONDocument(bytes)
    var scanner = JSONScanner()
    var rest = bytes[...]
    // The bytes themselves say where they are cut.
    while let first = rest.first {
      let count = min(Int(first) % 7 + 1, rest.count)
      scanner.scan(Array(rest.prefix(count)).span)
      rest = rest.dropFirst(count)
    }
    let pieces = JSONDocument(bytes, scannedBy: scanner)
    if pieces.error != whole.error { return "in pieces the error is \(String(describing: pieces.error))" }
    return values(of: pieces) == values(of: whole) ? nil : "in pieces there are other values"
  }

  private func brokenByError() -> String? {
    let document = JSONDocument(bytes)
    guard let error = document.error else { return document.root == nil ? "neither a value nor an error" : nil }
    return (0...bytes.count).contains(error.offset) ? nil : "an error at \(error.offset) of \(bytes.count)"
  }

  /// The path of every value is a query that selects this value alone, or its namesake that counts.
  private func brokenByPaths() -> String? {
    guard let root = JSONDocument(bytes).root else { return nil }
    for value in values(of: root.document).prefix(maximumPaths) {
      let path = value.path
      guard let query = try? JSONPath(path) else { return "\(path) is no query" }
      let matches = query.matches(in: root)
      guard let match = matches.first, matches.count == 1 else { return "\(path) selects \(matches.count) values" }
      // Of members with one name the last one counts.
      if match != value, match.path != path || match.node < value.node { return "\(path) selects \(match.path)" }
    }
    return nil
  }

  /// All values but keys, in document order, without recursion.
  private func values(of document: JSONDocument) -> [JSONValue] {
    guard let root = document.root else { return [] }
    var values: [JSONValue] = []
    var pending = [root]
    while let value = pending.popLast() {
      values.append(value)
      pending += (value.members.map(\.value) + Array(value.elements)).reversed()
    }
    return values
  }

  // MARK: - As a query

  private func brokenAsQuery() -> String? {
    broken(query: String(decoding: bytes, as: UTF8.self), in: JSONDocument(Self.sample))
  }

  /// What stands before the first line break as a query of what follows it.
  private func brokenAsQueryOfDocument() -> String? {
    guard let lineBreak = bytes.firstIndex(of: 0x0A) else { return nil }
    let query = String(decoding: bytes[..<lineBreak], as: UTF8.self)
    return broken(query: query, in: JSONDocument(Array(bytes[(lineBreak + 1)...])))
  }

  private func broken(query text: String, in document: JSONDocument) -> String? {
    guard let root = document.root else { return nil }
    var failure: JSONPathError?
    do throws(JSONPathError) {
      let query = try JSONPath(text)
      if let broken = broken(query, in: root) { return broken }
    } catch {
      if !(0...text.utf8.count).contains(error.offset) { return "an error at \(error.offset) of \(text.utf8.count)" }
      failure = error
    }
    return brokenCompletion(of: text, failing: failure, in: root)
  }

  private func broken(_ query: JSONPath, in root: JSONValue) -> String? {
    var questions = 0
    let all = query.matches(in: root, limit: 200) {
      questions += 1
      return questions > 20
    }
    guard all.ending != .cancelled else { return nil }
    let some = query.matches(in: root, limit: 3)
    if Array(some) != Array(all.prefix(3)) { return "other nodes with a lower limit" }
    let nodes = all.distinct.map(\.node)
    if nodes != Set(all.map(\.node)).sorted() { return "the distinct nodes are not these nodes in order" }
    return nil
  }

  /// A candidate makes the text a query, or one that only its end is missing of.
  private func brokenCompletion(of text: String, failing failure: JSONPathError?, in root: JSONValue) -> String? {
    guard let completion = JSONPathCompletion(of: text, in: root) else { return nil }
    if completion.range.upperBound != text.utf8.count { return "a completion of \(completion.range)" }
    // An error before the end stays, whatever is typed at the end.
    guard failure.map({ $0.offset >= completion.range.lowerBound }) ?? true else { return nil }
    for candidate in completion.candidates {
      let whole = String(decoding: text.utf8.prefix(completion.range.lowerBound), as: UTF8.self) + candidate.text
      do throws(JSONPathError) {
        _ = try JSONPath(whole)
      } catch {
        if error.offset < whole.utf8.count, !Self.seenAtTheEnd.contains(error.reason) {
          return "with \(candidate.text) there is \(error)"
        }
      }
    }
    return nil
  }

  /// What can be wrong with a query in a filter shows only when it is whole.
  private static let seenAtTheEnd: Set<JSONPathError.Reason> = [.notComparable, .expectedValueArgument]

  private static let sample = Array(
    #"{"a":[1,-2.50,{"a":"b","é":[[],{},"\ud83d\ude00"]},null],"b c":{"a":true,"a":"x\u0000"},"it's":[[[0]]]}"#.utf8)
}
