import OpenPayments

extension Inspection {
  private static let bodyLines = 400
  /// Lines are broken where they are shown.
  private static let lineWidth = 2000

  /// The whole exchange in lines, request above answer, as far as anybody would read it beside something else.
  var transcript: [Line] { exchange.ownRequestLines + [Line()] + exchange.answerHead + bodyTranscript }

  private var bodyTranscript: [Line] {
    guard !exchange.body.isEmpty else { return [] }
    let page = BodyPage(self, form: document == nil ? .text : .tree, width: Self.lineWidth)
    let count = min(page.count, Self.bodyLines)
    let more =
      page.count > count
      ? [Line(sentence: "… and more: \(key: .tokenExchange, in: .guide) opens all of it.", .muted)] : []
    return [Line()] + (remark.map { [Line($0, .muted)] } ?? []) + (0..<count).map { page[$0] } + more
  }
}
