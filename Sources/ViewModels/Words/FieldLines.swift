/// A label and a value, which goes on below itself where it is longer than a line.
struct FieldLines {
  static let labelWidth = 16
  let width: Int

  func lines(
    _ label: String, _ value: String, _ role: Line.Role = .plain, label labelRole: Line.Role = .label
  ) -> [Line] {
    guard !value.isEmpty else { return [Line([.init(padded(label), labelRole), .init("–", .muted)])] }
    // A label that leaves too little room stands above its value.
    let room = max(width - Self.labelWidth, 8)
    let rows = value.broken(at: room)
    guard label.count < Self.labelWidth else {
      return [Line(label, labelRole)] + rows.map { Line([.init($0, role)], indent: Self.labelWidth) }
    }
    return rows.enumerated().map { number, row in
      number == 0
        ? Line([.init(padded(label), labelRole), .init(row, role)])
        : Line([.init(row, role)], indent: Self.labelWidth)
    }
  }

  private func padded(_ label: String) -> String {
    label + String(repeating: " ", count: max(Self.labelWidth - label.count, 1))
  }
}
