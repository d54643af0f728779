import ArgumentParser
import Foundation
import JSONText

/// A long body: how fast it is scanned, folded, searched and narrowed, beside looking at its bytes for one byte.
struct JSONBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "json", abstract: "A long body scanned, folded and searched, beside memchr over the same bytes.")

  @Option(help: "Megabytes of made-up ASPSPs on one line; ignored with --file.") var megabytes = 100
  @Option(help: "Rounds of each measurement.") var rounds = 5
  @Option(help: "A JSON file in place of made-up bytes.") var file: String?

  func run() async throws {
    let bytes = try file.map { try [UInt8](Data(contentsOf: URL(fileURLWithPath: $0))) } ?? Self.bytes(megabytes)
    let floor = median { _ in Self.count(UInt8(ascii: ","), in: bytes) }
    report("memchr over \(bytes.count) bytes", floor, bytes.count, floor: floor)
    let document = JSONDocument(bytes)
    guard let root = document.root else { throw ValidationError("the file is no JSON") }
    report(
      "scan, \(document.nodeCount) places", median { _ in JSONDocument(bytes).nodeCount }, bytes.count, floor: floor)
    var tree = JSONTree(document)
    report("tree, \(tree.count) rows", median { _ in JSONTree(document).count }, bytes.count, floor: floor)
    for depth in 1...3 {
      report("fold to depth \(depth)", median { _ in tree.fold(toDepth: depth) }, bytes.count, floor: floor)
    }
    report("fold all", median { _ in tree.foldAll() }, bytes.count, floor: floor)
    report("open all", median { _ in tree.unfoldAll() }, bytes.count, floor: floor)
    report("the last row and its path", median { _ in tree.path(ofRow: tree.count - 3) }, bytes.count, floor: floor)
    for text in ["e", "bank", "zzzz"] {
      guard let search = JSONSearch(text) else { continue }
      report("search for \(text)", median { _ in search.hits(in: tree)?.count }, bytes.count, floor: floor)
    }
    for text in ["$..bicFi", "$.aspsps[?@.country=='SE'].name"] {
      let path = try JSONPath(text)
      report(text, median { _ in path.matches(in: root, isCancelled: { false }).count }, bytes.count, floor: floor)
    }
  }

  private func median<Result>(_ work: (Int) -> Result) -> Duration {
    (0..<rounds).map { round in ContinuousClock().measure { _ = work(round) } }.median
  }

  private func report(_ what: String, _ time: Duration, _ count: Int, floor: Duration) {
    let rate = Int(Double(count) / 1e6 / max(time / .seconds(1), 1e-9))
    print("\(what): \(time.milliseconds) ms, \(rate) MB/s, ratio \(time.ratio(to: floor))")
  }

  private static func count(_ byte: UInt8, in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { buffer in
      var count = 0
      var rest = buffer[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = memchr(start, Int32(byte), rest.count)
      {
        count += 1
        rest = rest.dropFirst(start.distance(to: UnsafeRawPointer(found)) + 1)
      }
      return count
    }
  }

  private static func bytes(_ megabytes: Int) -> [UInt8] {
    var bytes = Array(#"{"aspsps":["#.utf8)
    bytes.reserveCapacity(megabytes * 1_000_000 + 1_000)
    var number = 0
    while bytes.count < megabytes * 1_000_000 {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      let country = ["SE", "NO", "DK", "FI"][number % 4]
      bytes +=
        """
        {"bicFi":"BANK\(country)\(number % 90 + 10)","name":"Sparbanken Väst \(number) AB","city":"Göteborg",\
        "country":"\(country)","sequence":\(number),"supported":\(number % 2 == 0),"balance":\(number * 7919 % 100_000).25,\
        "parent":null,"products":["domestic","swedish-giro"],"affiliates":[{"id":"\(number)-1","active":true}]}
        """.utf8
      number += 1
    }
    return bytes + Array("]}".utf8)
  }
}
