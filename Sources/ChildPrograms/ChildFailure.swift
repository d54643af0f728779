import Glibc

/// Why a program gave no result.
enum ChildFailure: Error, CustomStringConvertible {
  /// The number of the system's error.
  case notStarted(Int32)
  case cancelled
  case tookTooLong
  case printedTooMuch
  case printedNoText
  case leftInput
  /// It is gone, and somebody else has been told how.
  case unknownEnd

  var description: String {
    switch self {
    case .notStarted(let code): "can't be run: \(String(cString: strerror(code)))"
    case .cancelled: "was ended"
    case .tookTooLong: "took too long"
    case .printedTooMuch: "printed too much"
    case .printedNoText: "printed something that is no text"
    case .leftInput: "did not read its input"
    case .unknownEnd: "ended, and how was not told"
    }
  }
}
