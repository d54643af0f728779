import HTTPTypes

extension CallCode {
  /// For a POSIX shell, with curl.
  public var curl: String { curl(bearer: Shell.doubleQuoted("Authorization: Bearer ", running: tokenCommand)) }

  /// The same with the token itself in it: whoever reads it can call until the token expires.
  public func curl(with token: Secret) -> String {
    curl(bearer: Shell.word("Authorization: Bearer \(token.reveal())"))
  }

  private func curl(bearer: String) -> String {
    var lines = [(["curl"] + options).joined(separator: " ") + " " + Shell.word(exchange.url)]
    for (name, value) in fields { lines.append("-H \(header(name, value, bearer: bearer))") }
    guard isTokenCall else { return comments("#") + Self.joined(lines) }
    for item in form { lines.append("--data-urlencode \(Shell.word("\(item.name)=\(item.value ?? "")"))") }
    lines.append("--data-urlencode client_secret@-")
    let variable = Self.secretVariable
    let check = ": \"${\(variable):?is not set: read -rs \(variable) asks for it}\" &&"
    // Through a pipe, since a list of processes shows every argument.
    return comments("#") + "\(check)\nprintf %s \"$\(variable)\" | " + Self.joined(lines)
  }

  private static func joined(_ lines: [String]) -> String { lines.joined(separator: " \\\n  ") + "\n" }

  /// So that curl sends the address as it is, and shows what comes compressed.
  private var options: [String] {
    var options: [String] = []
    if path.contains(where: "[]{}".contains) { options.append("--globoff") }
    // Newer ones take %2E for a dot as well.
    if path.contains("/.") || path.lowercased().contains("/%2e") { options.append("--path-as-is") }
    if exchange.request.headerFields[.acceptEncoding] != nil { options.append("--compressed") }
    if exchange.request.method != (isTokenCall ? .post : .get) { options.append("-X \(Shell.word(method))") }
    return options
  }

  private func header(_ name: HTTPField.Name, _ value: FieldValue, bearer: String) -> String {
    switch value {
    case .bearerToken: bearer
    // Where there is no uuidgen, Linux has another source.
    case .newID: "\"\(name.rawName): $(uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid)\""
    // Without a value a semicolon keeps curl from taking the field off.
    case .text(""): Shell.word("\(name.rawName);")
    case .text(let text): Shell.word("\(name.rawName): \(text)")
    }
  }
}
