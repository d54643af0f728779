import Foundation
import JSONText
import OpenPayments
import Testing

/// What HAR 1.2 asks of an entry: which members there are, of what type, and how they agree.
enum HTTPArchiveRules {
  static func expectKept(by entry: JSONValue, _ location: SourceLocation = #_sourceLocation) {
    expect(
      entry,
      [
        "startedDateTime": .string, "time": .number, "request": .object, "response": .object, "cache": .object,
        "timings": .object,
      ], location)
    let moment = entry["startedDateTime"]?.string ?? ""
    #expect(
      moment.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil, "\(moment)", sourceLocation: location)
    #expect(entry["pageref"] == nil, sourceLocation: location)
    expectKept(byRequest: entry["request"], location)
    expectKept(byResponse: entry["response"], location)
    expectKept(byTimings: entry["timings"], of: entry["time"], location)
  }

  private static func expectKept(byRequest request: JSONValue?, _ location: SourceLocation) {
    expect(
      request,
      [
        "method": .string, "url": .string, "httpVersion": .string, "cookies": .array, "headers": .array,
        "queryString": .array, "headersSize": .number, "bodySize": .number,
      ], location)
    expectPairs(request, ["cookies", "headers", "queryString"], location)
    let url = request?["url"]?.string ?? ""
    #expect(url.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "\(url)", sourceLocation: location)
    let query = url.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init)
    #expect(pairs(request?["queryString"]) == items(query, plus: "+"), sourceLocation: location)
    expectCookies(request, of: "cookie", location)
    guard let posted = request?["postData"] else {
      #expect(request?["bodySize"]?.text == "0", sourceLocation: location)
      return
    }
    expect(posted, ["mimeType": .string, "params": .array, "text": .string], location)
    let text = posted["text"]?.string ?? ""
    #expect(
      request?["bodySize"]?.text == String(text.contains("\u{FFFD}") ? -1 : text.utf8.count), sourceLocation: location)
    let isForm = posted["mimeType"]?.string?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
    #expect(pairs(posted["params"]) == (isForm ? items(text, plus: " ") : []), sourceLocation: location)
  }

  private static func expectKept(byResponse response: JSONValue?, _ location: SourceLocation) {
    expect(
      response,
      [
        "status": .number, "statusText": .string, "httpVersion": .string, "cookies": .array, "headers": .array,
        "content": .object, "redirectURL": .string, "headersSize": .number, "bodySize": .number,
      ], location)
    expectPairs(response, ["cookies", "headers"], location)
    expectCookies(response, of: "set-cookie", location)
    let target = pairs(response?["headers"]).first { $0[0].lowercased() == "location" }?[1]
    #expect(response?["redirectURL"]?.string == target ?? "", sourceLocation: location)
    let content = response?["content"]
    expect(content, ["size": .number, "mimeType": .string], location)
    let size = content?["size"].flatMap { Int($0.text) } ?? -1
    let encoding = content?["encoding"]?.string
    #expect(encoding == nil || encoding == "base64", sourceLocation: location)
    if let text = content?["text"]?.string {
      let bytes = encoding == nil ? Data(text.utf8) : Data(base64Encoded: text)
      #expect(bytes?.count == size, sourceLocation: location)
    } else {
      #expect(encoding == nil && content?["comment"]?.kind == .string, sourceLocation: location)
    }
    let received = response?["bodySize"].flatMap { Int($0.text) } ?? -2
    #expect(received >= -1, sourceLocation: location)
    if let saved = content?["compression"] {
      #expect(Int(saved.text) == size - received, sourceLocation: location)
    }
  }

  private static func expectKept(
    byTimings timings: JSONValue?, of whole: JSONValue?, _ location: SourceLocation
  ) {
    for name in ["send", "wait", "receive"] {
      #expect(timings?[name].flatMap { Double($0.text) }.map { $0 >= 0 } == true, "\(name)", sourceLocation: location)
    }
    let parts = ["blocked", "dns", "connect", "send", "wait", "receive"]
    let known = parts.compactMap { timings?[$0].flatMap { Double($0.text) } }.filter { $0 >= 0 }
    let time = whole.flatMap { Double($0.text) } ?? -1
    #expect(abs(known.reduce(0, +) - time) < 0.000_1, sourceLocation: location)
  }

  private static func expect(
    _ value: JSONValue?, _ members: KeyValuePairs<String, JSONValue.Kind>, _ location: SourceLocation
  ) {
    for (name, kind) in members { #expect(value?[name]?.kind == kind, "\(name)", sourceLocation: location) }
  }

  private static func expectPairs(_ value: JSONValue?, _ names: [String], _ location: SourceLocation) {
    for name in names {
      for pair in value?[name]?.elements.map({ $0 }) ?? [] {
        expect(pair, ["name": .string, "value": .string], location)
      }
    }
  }

  private static func expectCookies(_ message: JSONValue?, of field: String, _ location: SourceLocation) {
    let fields = pairs(message?["headers"]).filter { $0[0].lowercased() == field }.map { $0[1] }
    #expect(pairs(message?["cookies"]).map { $0[1] } == fields, sourceLocation: location)
    #expect(fields.allSatisfy { $0 == Secret.mask }, sourceLocation: location)
  }

  private static func pairs(_ list: JSONValue?) -> [[String]] {
    list?.elements.map { [$0["name"]?.string ?? "", $0["value"]?.string ?? ""] } ?? []
  }

  /// The items of a query or form, by means other than the archive's.
  private static func items(_ text: String?, plus: String) -> [[String]] {
    guard let text, !text.isEmpty else { return [] }
    return text.components(separatedBy: "&").map { item in
      let end = item.firstIndex(of: "=") ?? item.endIndex
      return [item[..<end], item[end...].dropFirst()].map {
        let text = $0.replacingOccurrences(of: "+", with: plus)
        return text.removingPercentEncoding ?? text
      }
    }
  }
}
