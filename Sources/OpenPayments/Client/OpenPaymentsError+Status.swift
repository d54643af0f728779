import FoundationEssentials
import HTTPTypes

extension OpenPaymentsError {
  /// The error that an exchange amounts to; nil if its answer is good.
  init?(_ recorded: ExchangeRecorder.Recorded, secrets: [Secret]) {
    let exchange = recorded.exchange
    guard exchange.failure != nil || !exchange.hasGoodStatus else { return nil }
    let words = PlatformWords(body: recorded.body, masking: Masking(secrets))
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
    case ..<400: .unusable(.redirected(response.redirectTarget))
    case 408, 429, 502, 503, 504: .tryLater(at: exchange.retryTime)
    case 500...: .serverFault
    case let status where exchange.operation == .token: tokenRefusal(status, words?.error)
    case 401: .tokenRefused
    case 403: .forbidden
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

extension HTTPResponse {
  /// Without its query, which may carry anything.
  fileprivate var redirectTarget: String? {
    headerFields[.location].map { String($0.prefix { $0 != "?" && $0 != "#" }) }
  }
}
