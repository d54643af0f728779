import HTTPTypes

extension CallCode {
  /// For Python 3, with its standard library alone.
  public var python: String {
    let connection = exchange.request.scheme == "http" ? "HTTPConnection" : "HTTPSConnection"
    let imports = isTokenCall ? "os, sys, urllib.parse" : takesToken ? "subprocess, sys" : "sys"
    let usesID = exchange.request.headerFields[.xRequestID] != nil
    var lines = ["import http.client, \(imports)\(usesID ? ", uuid" : "")", ""]
    lines += isTokenCall ? tokenBody : takesToken ? tokenLines : []
    lines.append("connection = http.client.\(connection)(\(literal(exchange.request.authority ?? "")))")
    lines.append("connection.putrequest(\(literal(method)), \(literal(path)), skip_accept_encoding=True)")
    for (name, value) in fields where name != .acceptEncoding {
      lines.append("connection.putheader(\(literal(name.rawName)), \(self.value(value)))")
    }
    if isTokenCall { lines.append("connection.putheader(\"Content-Length\", str(len(body)))") }
    lines.append("connection.endheaders(\(isTokenCall ? "body" : ""))")
    lines.append("answer = connection.getresponse()")
    lines.append("print(answer.status, answer.reason, file=sys.stderr)")
    lines.append("sys.stdout.buffer.write(answer.read())")
    return comments("#") + lines.joined(separator: "\n") + "\n"
  }

  private var tokenLines: [String] {
    let command = tokenCommand.map(literal).joined(separator: ", ")
    return [
      "token = subprocess.run([\(command)], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()"
    ]
  }

  private var tokenBody: [String] {
    let variable = literal(Self.secretVariable)
    let items = form.map { "    (\(literal($0.name)), \(literal($0.value ?? "")))," }
    return [
      "if \(variable) not in os.environ:",
      "    sys.exit(\"\(Self.secretVariable) is not set: read -rs \(Self.secretVariable) asks for it\")",
      "body = urllib.parse.urlencode([",
    ] + items + ["    (\"client_secret\", os.environ[\(variable)]),", "]).encode()"]
  }

  private func value(_ value: FieldValue) -> String {
    switch value {
    // What is not ASCII goes out as the bytes that it came in as.
    case .text(let text): literal(text) + (text.utf8.allSatisfy { $0 < 0x80 } ? "" : ".encode()")
    case .bearerToken: "\"Bearer \" + token"
    case .newID: "str(uuid.uuid4())"
    }
  }

  /// A string literal of exactly this text.
  private func literal(_ text: String) -> String {
    text.quoted { scalar in
      scalar.value < 0x10000 ? "\\u\(Self.hex(scalar.value, digits: 4))" : "\\U\(Self.hex(scalar.value, digits: 8))"
    }
  }

  private static func hex(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
