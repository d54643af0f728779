import FoundationEssentials
import HTTPTypes
import Logging

extension Logger {
  /// One line for a call: `debug` if it was answered well, `notice` if not. Its metadata are `operation`, `method`, `url`,
  /// `status`, `duration-ms`, `bytes`, `exchange`, `try`, and `failure` where there was no whole answer. All of it comes
  /// from the exchange, whose secrets are masked.
  func log(_ exchange: Exchange) {
    let isGood = exchange.failure == nil && (exchange.status ?? 0) < 400
    log(level: isGood ? .debug : .notice, "\(exchange.operation.rawValue) call", metadata: exchange.metadata)
  }
}

extension Exchange {
  fileprivate var metadata: Logger.Metadata {
    var metadata: Logger.Metadata = [
      "operation": "\(operation.rawValue)", "method": "\(request.method.rawValue)", "url": "\(url)",
      "duration-ms": "\(Int(clamping: timings.total / .milliseconds(1)))", "bytes": "\(bodyLength)",
      "exchange": "\(id.uuidString.lowercased())", "try": "\(earlierTries.count + 1)",
    ]
    if let status { metadata["status"] = "\(status)" }
    if let failure { metadata["failure"] = "\(failure.words)" }
    return metadata
  }
}
