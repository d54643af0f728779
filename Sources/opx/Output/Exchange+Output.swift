import JSONText
import OpenPayments

extension Exchange {
  /// The body for standard output: its bytes as received; on a terminal, and where it is laid out, its text, and standard
  /// error says what that was decoded from.
  ///
  /// - Parameter pretty: whether JSON is laid out, a line for each value.
  func output(pretty: Bool = false) -> [UInt8] {
    let isTerminal = StandardOutput.isTerminal
    guard pretty || isTerminal, !body.isEmpty else { return body }
    let decoded = decodedText
    var text = decoded?.bytes ?? body
    let isLaidOut = pretty && JSONDocument(text).error == nil
    guard isLaidOut || isTerminal else { return body }
    if isLaidOut { text = JSONPrettyText.utf8(text) + [UInt8(ascii: "\n")] }
    if let remark = decoded?.remark ?? charsetRemark { StandardError.print("opx: the body is \(remark)") }
    return isTerminal ? OutputOptions.visible(text) : text
  }
}
