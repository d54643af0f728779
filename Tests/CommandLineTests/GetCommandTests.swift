import Foundation
import Glibc
import JSONText
import OpenPayments
import Testing

@testable import opx

@Suite(.timeLimit(.minutes(2)))
struct GetCommandTests {
  private func opx(_ server: ScriptedServer) throws -> OpxProcess { try OpxProcess(environment: server.environment) }

  @Test("the body comes as it was received, from a path with query and headers of one's own")
  func body() async throws {
    let server = try await ScriptedServer.api { _ in .json("{\"a\" : 1}\u{1B}") }
    let outcome = try await opx(server).run(
      "get", "/psd2/å?x=1", "--query", "name=a b&c", "--query", "n=", "--header", "X-Mine:  one ", "-H", "X-Mine: two",
      "-H", "Accept: text/plain")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.text == "{\"a\" : 1}\u{1B}")
    let request = try #require(await server.request { !$0.isForToken })
    #expect(request.path == "/psd2/%C3%A5?x=1&name=a%20b%26c&n=")
    let lines = request.head.split(separator: "\r\n").map(String.init)
    #expect(lines.filter { $0.lowercased().hasPrefix("x-mine:") } == ["X-Mine: one", "X-Mine: two"])
    #expect(lines.filter { $0.lowercased().hasPrefix("accept:") } == ["Accept: text/plain"])
  }

  @Test(
    "the status is that of the answer, in the platform's words, and the body is printed all the same",
    arguments: [(404, Int32(65)), (400, 65), (403, 77), (500, 69), (503, 75), (302, 65)])
  func statuses(code: Int, status: Int32) async throws {
    let body = #"{"tppMessages":[{"category":"ERROR","code":"SOME_ERROR","text":"why not"}]}"#
    let server = try await ScriptedServer.api { _ in
      .status(code, fields: ["Retry-After: 3600"], body: Array(body.utf8))
    }
    let outcome = try await opx(server).run("get", "/x")
    #expect(outcome.status == status)
    #expect(outcome.text == body)
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
    if code != 302 { #expect(outcome.errors.contains("SOME_ERROR: why not")) }
  }

  @Test("--include puts status and headers in front, --pretty a line for each value")
  func forms() async throws {
    let server = try await ScriptedServer.api { _ in
      .status(200, fields: ["Content-Type: application/json"], body: Array("{\"a\":[1]}".utf8))
    }
    let outcome = try await opx(server).run("get", "/x", "--include", "--pretty")
    #expect(outcome.text.hasPrefix("HTTP/1.1 200 "))
    #expect(outcome.text.hasSuffix("Content-Type: application/json\n\n{\n  \"a\": [\n    1\n  ]\n}\n"))
  }

  @Test("the status line is shown as it came")
  func statusLine() async throws {
    let answer = "HTTP/1.0 200 Fine by me\r\nx-ODD: 1\r\nContent-Length: 2\r\n\r\n[]"
    let server = try await ScriptedServer.api { _ in .bytes(Array(answer.utf8)) }
    let outcome = try await opx(server).run("get", "/x", "--include", "--verbose")
    #expect(outcome.text == "HTTP/1.0 200 Fine by me\nx-ODD: 1\nContent-Length: 2\n\n[]")
    #expect(outcome.errors.contains("\n< HTTP/1.0 200 Fine by me\n< x-ODD: 1\n"))
  }

  @Test("an answer that can't be read says why, and so does 304")
  func malformed() async throws {
    let server = try await ScriptedServer.api {
      let answer = $0.path == "/x" ? "200 OK\r\nX-Note : 3" : "304 Not Modified"
      return .bytes(Array("HTTP/1.1 \(answer)\r\nContent-Length: 2\r\n\r\n".utf8))
    }
    let malformed = try await opx(server).run("get", "/x")
    #expect(malformed.status == 69)
    #expect(malformed.errors.contains("not valid HTTP (a blank before the colon of \"X-Note\", on line 2)"))
    let unchanged = try await opx(server).run("get", "/y", "-H", "If-None-Match: \"a\"")
    #expect(unchanged.status == 65 && unchanged.errors.contains("304 Not Modified: nothing to show, as If-None-Match"))
  }

  @Test("what is no JSON is printed as it is in spite of --pretty")
  func notJSON() async throws {
    let server = try await ScriptedServer.api { _ in .status(200, body: Array("<p>[</p>".utf8)) }
    #expect(try await opx(server).run("get", "/x", "--pretty").text == "<p>[</p>")
  }

  @Test("more than --max-size is refused")
  func maxSize() async throws {
    let server = try await ScriptedServer.api { _ in .status(200, body: [UInt8](repeating: 65, count: 1025)) }
    let outcome = try await opx(server).run("get", "/x", "--max-size", "1k")
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(try await opx(server).run("get", "/x", "--max-size", "2k").output.count == 1025)
  }

  @Test(
    "a body that can't be decompressed is printed as received, and what is wrong with it told",
    arguments: [
      ("gzip", "its compression is broken (gzip)"), ("br", "not known here (br)"),
      ("deflate, gzip", "its compression is broken (gzip)"),
    ])
  func undecodable(coding: String, words: String) async throws {
    let body = Array("{\"a\":1}\u{0}\u{1B}".utf8) + [0xFF]
    let server = try await ScriptedServer.api { _ in
      .status(200, fields: ["Content-Encoding: \(coding)"], body: body)
    }
    let opx = try opx(server)
    let outcome = try await opx.run("get", "/x")
    #expect(outcome.status == 65 && Array(outcome.output) == body && outcome.errors.contains(words))
    let id = try await opx.run("history", "op:get").text.prefix { $0 != "\t" }
    #expect(try await opx.run("history", "show", String(id)).text.contains(words))
    #expect(try await opx.run("history", "show", String(id), "--raw").output == body)
  }

  @Test("sizes are read with their units", arguments: [("12", 12), ("4k", 4096), ("64M", 64 << 20), ("1G", 1 << 30)])
  func sizes(text: String, bytes: Int) { #expect(ByteCountArgument(argument: text)?.bytes == bytes) }

  @Test("what is no size is refused", arguments: ["", "k", "0", "-1", "1T", "99999999999G", "1.5M"])
  func noSizes(text: String) { #expect(ByteCountArgument(argument: text) == nil) }

  @Test(
    "what can't be sent is wrong usage",
    arguments: [
      ["--header", "no colon"], ["--header", "X Y: 1"], ["--header", "Authorization: Bearer x"],
      ["--header", "X: a\u{1}"], ["--query", "novalue"], ["--max-size", "x"],
    ])
  func usage(arguments: [String]) async throws {
    let outcome = try await OpxProcess().run(["get", "/x"] + arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }

  @Test("a path without a slash is wrong usage")
  func noSlash() async throws { #expect(try await OpxProcess().run("get", "psd2").status == 64) }

  @Test("on a terminal nothing that it would obey reaches it")
  func terminal() async throws {
    let server = try await ScriptedServer.api { _ in
      .status(200, fields: ["X-Evil: \u{9B}31m"], body: Array("\u{1B}[31m\nb".utf8))
    }
    let opx = try opx(server)
    let pair = DescriptorPair.terminal()
    let child = try opx.start(["get", "/x", "--include"], descriptors: [pair.writing, pair.writing, pair.writing])
    close(pair.writing)
    async let text = pair.read()
    #expect(await child.wait().status == 0)
    let shown = await text
    #expect(shown.contains("␛[31m\r\nb") && !shown.contains("\u{1B}") && !shown.contains("\u{9B}"))
    close(pair.reading)
  }

  @Test(
    "the path on the wire is the one in the transcript, the archive and the history",
    arguments: [
      "/x?filter[name]=a%20b", "/a b/../%2e%2e//å#c?", "/%zz%?{q}|\\^`\"<>&&=?/", "/;=,:@&+$!*'()~?a=+&b=%2B",
    ])
  func target(path: String) async throws {
    let server = try await ScriptedServer.api { _ in .json("{}") }
    let opx = try opx(server)
    let outcome = try await opx.run("get", path, "--verbose", "--har", "\(opx.home.path)/calls.har")
    let request = try #require(await server.request { !$0.isForToken })
    #expect(outcome.errors.contains("> GET \(request.path) HTTP/1.1\n"))
    let archive = JSONDocument([UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(opx.home.path)/calls.har"))))
    let entries = archive.root?["log"]?["entries"].map { Array($0.elements) } ?? []
    #expect(entries.last?["request"]?["url"]?.string == server.origin + request.path)
    #expect(try await opx.run("history", "list").text.contains("\tGET\t\(request.path)\t200\t"))
  }

  @Test("a path of bytes that are no UTF-8 is refused, since others would be sent")
  func notUTF8() async throws {
    let server = try await ScriptedServer.api { _ in .json("{}") }
    for arguments in [["get", "/x\u{FFFD}"], ["get", "/x", "--query", "a=\u{FFFD}"]] {
      let outcome = try await opx(server).run(arguments)
      #expect(outcome.status == 64 && outcome.errors.contains("write such bytes as percent codes, like %E5"))
    }
  }

  @Test("a proxy that refuses is told by its variable, without the password in it")
  func proxy() async throws {
    let proxy = try await ScriptedServer { _ in .status(403, body: []) }
    let address = proxy.origin.replacing("//", with: "//user:s3cr3t@")
    for (value, words) in [
      (address, "https_proxy: it refused the connection"),
      ("socks5://user:s3cr3t@127.0.0.1", "https_proxy names a user"),
      ("https://user:s3cr3t@127.0.0.1", "https_proxy names an https:// proxy"),
    ] {
      var opx = try opx(proxy)
      opx.environment["https_proxy"] = value
      opx.environment.merge(["OPX_AUTH_URL": "https://api.example", "OPX_API_URL": "https://api.example"]) { $1 }
      let outcome = try await opx.run("get", "/x")
      #expect(outcome.status == 78 && outcome.errors.contains(words), "\(outcome.errors)")
      #expect(!outcome.errors.contains("s3cr3t"))
    }
  }

  @Test("a body in another character set is decoded for a terminal and by --pretty, with a word, and not in a pipe")
  func characterSet() async throws {
    let body: [UInt8] = [0x5B, 0x22, 0xE5, 0x22, 0x5D]
    let server = try await ScriptedServer.api { _ in
      .status(200, fields: ["Content-Type: application/json; charset=ISO-8859-1"], body: body)
    }
    let opx = try opx(server)
    let piped = try await opx.run("get", "/x")
    #expect(piped.output == body && piped.errors.isEmpty)
    let pretty = try await opx.run("get", "/x", "--pretty")
    #expect(pretty.text == "[\n  \"å\"\n]\n" && pretty.errors == "opx: the body is decoded from ISO-8859-1\n")
    let pair = DescriptorPair.terminal()
    let child = try opx.start(["get", "/x"], descriptors: [pair.writing, pair.writing, pair.writing])
    close(pair.writing)
    async let text = pair.read()
    #expect(await child.wait().status == 0)
    #expect(await text == "opx: the body is decoded from ISO-8859-1\r\n[\"å\"]\r\n")
    close(pair.reading)
  }

  @Test("--har keeps the calls in a new file without secrets, those of a failure too, and never in place of another")
  func archive() async throws {
    let server = try await ScriptedServer.api { _ in .status(404, body: []) }
    let opx = try opx(server)
    let path = "\(opx.home.path)/calls.har"
    #expect(try await opx.run("get", "/x", "--har", path).status == 65)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let entries = JSONDocument(bytes).root?["log"]?["entries"].map { Array($0.elements) } ?? []
    #expect(entries.map { $0["response"]?["status"]?.text } == ["200", "404"])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("scripted-token") && !text.contains("sCr1pt3d"))
    let again = try await opx.run("countries", "--har", path)
    #expect(again.status == 74 && again.errors.contains("is there already"))
  }
}
