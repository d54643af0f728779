import FoundationEssentials
import HTTPTypes

/// The call of an exchange as a program that makes it again: for the shell, in Swift, in Python. Each runs as it stands.
///
/// None carries a token or a secret: a call of the API takes its token from a command that prints one, a token request
/// its secret from the environment. Every run has an `X-Request-ID` of its own. Whatever the exchange holds is quoted, so
/// that it stays text.
public struct CallCode: Sendable {
  /// The variable that a token request takes the client secret from.
  public static let secretVariable = "OPX_CLIENT_SECRET"

  /// The call.
  public let exchange: Exchange
  /// The program and its arguments that print a token.
  public let tokenCommand: [String]
  /// What to know before running it, a line each.
  public let notes: [String]

  /// - Parameters:
  ///   - tokenCommand: prints a token that is good for the call, on a line of its own.
  ///   - notes: become comments at the top.
  public init(_ exchange: Exchange, tokenCommand: [String] = ["opx", "token"], notes: [String] = []) {
    self.exchange = exchange
    self.tokenCommand = tokenCommand
    self.notes = notes
  }

  var isTokenCall: Bool { exchange.operation == .token }
  /// Whether it needs a token, as all calls of the API do.
  var takesToken: Bool { exchange.operation.isAPICall }
  var method: String { exchange.request.method.rawValue }
  var path: String { exchange.request.path ?? "/" }

  /// What a header field of the new call is filled with.
  enum FieldValue {
    case text(String)
    case bearerToken
    case newID
  }

  /// The header fields as sent, in order.
  var fields: [(name: HTTPField.Name, value: FieldValue)] {
    exchange.request.headerFields.map { field in
      switch field.name {
      case .authorization: (field.name, .bearerToken)
      case .xRequestID: (field.name, .newID)
      default: (field.name, .text(field.value))
      }
    }
  }

  /// The fields of a token request's form without the secret, decoded.
  var form: [RequestTarget.Item] {
    let text = String(decoding: exchange.requestBody, as: UTF8.self).replacing("+", with: "%20")
    return RequestTarget("?\(text)").query.map(\.decoded).filter { $0.name != "client_secret" }
  }

  /// Notes as comments, without anything that could end one.
  func comments(_ mark: String) -> String {
    notes.map { note in "\(mark) \(String(note.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) }))\n" }
      .joined()
  }
}
