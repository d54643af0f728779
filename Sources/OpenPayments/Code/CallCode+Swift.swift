import HTTPTypes

extension CallCode {
  /// A `main.swift` that makes the call over this library's transport.
  public var swift: String {
    var lines = ["import Foundation", "import HTTPTypes", "import OpenPayments", ""]
    lines += isTokenCall ? tokenBody : takesToken ? tokenLines : []
    lines.append("let request = HTTPRequest(")
    lines.append("  method: \(methodName), scheme: \(literal(exchange.request.scheme ?? "https")),")
    lines.append("  authority: \(literal(exchange.request.authority ?? "")),")
    lines.append("  path: \(literal(path)),")
    lines.append("  headerFields: [")
    lines += sentFields.map { "    \(name($0.name)): \(value($0.value))," }
    lines.append("  ])")
    let body = isTokenCall ? "Array(body.utf8)" : "[]"
    lines.append("let answer = try await AsyncHTTPTransport().send(request, body: \(body), bodyLimit: 1 << 30)")
    lines.append("print(answer.response.status)")
    lines.append("print(String(decoding: answer.body, as: UTF8.self))")
    return comments("//") + lines.joined(separator: "\n") + "\n"
  }

  /// Compressed bytes would have to be read as well.
  private var sentFields: [(name: HTTPField.Name, value: FieldValue)] { fields.filter { $0.name != .acceptEncoding } }

  private var tokenLines: [String] {
    [
      "let command = Process()", "command.executableURL = URL(fileURLWithPath: \"/usr/bin/env\")",
      "command.arguments = [\(tokenCommand.map(literal).joined(separator: ", "))]", "let output = Pipe()",
      "command.standardOutput = output", "try command.run()",
      "let printed = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)",
      "command.waitUntilExit()", "guard command.terminationStatus == 0 else { exit(command.terminationStatus) }",
      "let token = printed.filter { !$0.isWhitespace }", "",
    ]
  }

  private var tokenBody: [String] {
    let items = form.map { "URLQueryItem(name: \(literal($0.name)), value: \(literal($0.value ?? "")))," }
    let variable = literal(Self.secretVariable)
    return [
      "guard let secret = ProcessInfo.processInfo.environment[\(variable)] else {",
      "  print(\"\(Self.secretVariable) is not set: read -rs \(Self.secretVariable) asks for it\")", "  exit(78)", "}",
      "var form = URLComponents()", "form.queryItems = [",
    ] + items.map { "  \($0)" } + [
      "  URLQueryItem(name: \"client_secret\", value: secret),", "]",
      "let body = (form.percentEncodedQuery ?? \"\").replacingOccurrences(of: \"+\", with: \"%2B\")", "",
    ]
  }

  private var methodName: String {
    switch exchange.request.method {
    case .get: ".get"
    case .post: ".post"
    default: ".init(\(literal(method)))!"
    }
  }

  private func name(_ name: HTTPField.Name) -> String {
    switch name {
    case .authorization: ".authorization"
    case .accept: ".accept"
    case .cacheControl: ".cacheControl"
    case .contentType: ".contentType"
    default: ".init(\(literal(name.rawName)))!"
    }
  }

  private func value(_ value: FieldValue) -> String {
    switch value {
    case .text(let text): literal(text)
    case .bearerToken: #""Bearer \(token)""#
    case .newID: "UUID().uuidString.lowercased()"
    }
  }

  /// A string literal of exactly this text.
  private func literal(_ text: String) -> String { text.quoted { "\\u{\(String($0.value, radix: 16))}" } }
}
