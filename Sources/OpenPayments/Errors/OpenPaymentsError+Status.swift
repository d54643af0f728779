import FoundationEssentials
import HTTPTypes

extension Exchange {
  /// The error that the call amounts to; nil if it was answered with a good status, whatever the body, unless that came
  /// compressed and can't be decompressed.
  public var error: OpenPaymentsError? {
    OpenPaymentsError(self, words: PlatformWords(self))
  }
}

extension OpenPaymentsError {
  /// The error that an exchange amounts to; nil if its answer is good.
  init?(_ recorded: ExchangeRecorder.Recorded) {
    self.init(recorded.exchange, words: PlatformWords(body: recorded.body, masking: recorded.masking))
  }

  fileprivate init?(_ exchange: Exchange, words: @autoclosure () -> PlatformWords?) {
    guard exchange.failure != nil || exchange.codingProblem != nil || !exchange.hasGoodStatus else { return nil }
    let words = words()
    self.init(Kind(exchange, words: words), operation: exchange.operation, exchange: exchange, words: words)
  }
}

extension OpenPaymentsError.Kind {
  fileprivate init(_ exchange: Exchange, words: PlatformWords?) {
    if let response = exchange.response, exchange.failure == nil || exchange.failure == .cutShort && exchange.isBusy {
      self = Self.answered(response, exchange, words)
    } else {
      self = Self.failed(exchange.failure ?? .cutShort, hasHead: exchange.response != nil)
    }
  }

  private static func failed(_ reason: TransportFailure.Reason, hasHead: Bool) -> Self {
    switch reason {
    case .cancelled: .cancelled
    case .tooLarge(let limit): .unusable(.tooLarge(limit: limit))
    case .cutShort where hasHead: .unusable(.cutShort)
    default: .unreachable(reason)
    }
  }

  private static func answered(_ response: HTTPResponse, _ exchange: Exchange, _ words: PlatformWords?) -> Self {
    switch response.status.code {
    case 101: .unusable(.switchingProtocols(to: response.headerFields[.upgrade]))
    case 200..<300: .unusable(exchange.codingProblem ?? .empty)
    case 304: .unusable(.notModified(condition: exchange.request.condition))
    case ..<400: .unusable(.redirected(response.redirectTarget))
    case 408, 429, 502, 503, 504: .tryLater(at: exchange.retryTime)
    case 500...: .serverFault
    case let status where exchange.operation == .token: tokenRefusal(status, words?.error)
    case 401 where exchange.operation.isAPICall: .tokenRefused
    case 403 where exchange.operation.isAPICall: .forbidden
    case 404: .notFound
    default: .rejected
    }
  }

  private static func tokenRefusal(_ status: Int, _ error: String?) -> Self {
    switch error {
    case "invalid_client", "unauthorized_client", "access_denied": .credentialsRefused
    case "invalid_scope": .scopeRefused
    default: status == 401 || status == 403 ? .credentialsRefused : .rejected
    }
  }
}

extension Exchange {
  fileprivate var hasGoodStatus: Bool { status.map { (200..<300).contains($0) } ?? false }
}

extension HTTPRequest {
  /// The name of the field that asks for an answer only where it is another than before.
  fileprivate var condition: String? {
    headerFields.first { [.ifNoneMatch, .ifModifiedSince].contains($0.name) }?.name.rawName
  }
}

extension HTTPResponse {
  /// Without its query, which may carry anything.
  fileprivate var redirectTarget: String? {
    headerFields[.location].map { String($0.prefix { $0 != "?" && $0 != "#" }) }
  }
}
