import OpenPayments

/// The statuses the program ends with, those of sysexits where they fit.
enum ExitStatus: Int32 {
  /// Nothing failed: what was compared differs.
  case different = 1
  case usage = 64
  case unusableAnswer = 65
  case unreachable = 69
  case internalFault = 70
  case outputNotWritten = 74
  case tryLater = 75
  case refused = 77
  case configuration = 78
  case interrupted = 130

  init(_ kind: OpenPaymentsError.Kind) {
    self =
      switch kind {
      case .unreachable(.proxyRefused): .configuration
      case .unreachable, .serverFault: .unreachable
      case .unusable, .notFound, .rejected: .unusableAnswer
      case .credentialsRefused, .scopeRefused, .tokenRefused, .forbidden: .refused
      case .tryLater: .tryLater
      case .unsupported: .usage
      case .cancelled: .interrupted
      }
  }
}
