import ArgumentParser
import HTTPTypes
import OpenPayments

struct GetCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Call any path of the platform by GET and print the answer's body.",
    discussion: """
      The body is printed as it was received, whatever the status; what a status from 300 on means, or what is wrong with \
      a body that can't be decompressed, is told on standard error and by the exit status. The path is sent as it is, but \
      for what can't stand in a request line: that is percent-encoded.
      """)

  @Argument(
    help: "Path below the API's address, such as /psd2/aspspinformation/v1/countries; may have a query.",
    transform: OptionText.utf8)
  var path: String

  @Option(
    name: [.customShort("H"), .long],
    help: ArgumentHelp("Header to send, in place of one of the same name; may be repeated.", valueName: "name: value"),
    transform: HeaderArgument.init)
  var header: [HeaderArgument] = []

  @Option(
    help: ArgumentHelp("Item to add to the query, any text; may be repeated.", valueName: "name=value"),
    transform: QueryArgument.init)
  var query: [QueryArgument] = []

  @Flag(name: .shortAndLong, help: "Print the status and the headers first.")
  var include = false

  @Flag(help: "Print JSON with a line for each value.")
  var pretty = false

  @Option(help: ArgumentHelp("Largest answer to receive, in bytes or with k, M or G.", valueName: "size"))
  var maxSize = ByteCountArgument(gibibytes: 1)

  @OptionGroup var recording: RecordingOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func validate() throws {
    guard path.hasPrefix("/") else { throw ValidationError("a path begins with a slash, such as /psd2/…") }
  }

  func run() async throws {
    var target = RequestTarget(path)
    target.query += query.map(\.item)
    let whole = query.isEmpty ? path : target.text
    let fields = header.reduce(into: HTTPFields()) { $0.append($1.field) }
    try await connection.run { connection in
      try await recording.run(connection) { client in
        let exchange = try await client.get(whole, fields: fields, bodyLimit: maxSize.bytes)
        try recording.print(output(of: exchange))
        if let error = exchange.error { throw error }
        if exchange.body.isEmpty, StandardOutput.isTerminal { StandardError.print("opx: the answer has no body") }
      }
    }
  }

  private func output(of exchange: Exchange) -> [UInt8] {
    let body = exchange.output(pretty: pretty)
    guard include, let response = exchange.response, let statusLine = exchange.statusLine else { return body }
    let fields = response.headerFields.map { "\($0.name.rawName): \($0.value)" }
    let head = ([statusLine] + fields).joined(separator: "\n") + "\n"
    return (StandardOutput.isTerminal ? OutputOptions.visible(Array(head.utf8)) : Array(head.utf8))
      + [UInt8(ascii: "\n")] + body
  }
}
