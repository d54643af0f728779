extension MalformedAnswer {
  /// What is wrong, and on which line of the head.
  public var words: String { faultWords + (line.map { ", on line \($0)" } ?? "") }

  private var faultWords: String {
    let quoted = "\"\(text)\""
    return switch fault {
    case .version: "the version \(quoted), where HTTP/1.0 and 1.1 can be read"
    case .status: "the status \(quoted) in place of three digits from 100 on"
    case .folded: "a line that begins with a blank"
    case .noColon: "a field without a colon, \(quoted)"
    case .noName: "a field without a name"
    case .blankBeforeColon: "a blank before the colon of \(quoted)"
    case .name: "the field name \(quoted) with a character that none may have"
    case .control: "a control character in the field \(quoted)"
    case .bareLineFeed: "a bare line feed at a line's end"
    case .bareCarriageReturn: "a bare carriage return"
    case .length: "the Content-Length \(quoted), which is no length"
    case .twoLengths: "two Content-Length fields, \(text)"
    case .lengthAndCoding: "Content-Length beside Transfer-Encoding"
    case .tooManyFields: "more than \(Self.mostFields) header fields, the most that can be read"
    case .fieldTooLong: "more than \(Self.longestField / 1024) KiB, the most that can be read, in the field \(quoted)"
    case .headTooLong: "a head of more than \(Self.longestHead / 1_048_576) MiB, the most that can be read"
    case .chunk: "a chunk of the body without a proper length, or not as long as it says"
    case .trailer: "a field behind the body that is none"
    case .other: "what is wrong can't be told"
    }
  }
}
