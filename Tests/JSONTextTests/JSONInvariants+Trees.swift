import JSONText

/// Whatever is folded, narrowed and looked for, a tree shows what a plain walk through the document finds.
extension JSONInvariants {
  private static let filler = Array(#"{"a":[1,[2,{}]],"b":{"c":"d"},"a":[]}"#.utf8)

  func brokenAsTree() -> String? {
    // The bytes themselves say how long the document is made; one in many, as a long one takes its time.
    let document = JSONDocument(stretched(to: [0: 600, 1: 5000][number % 32] ?? 0))
    let whole = TreeModel(document)
    let script = Array(bytes.prefix(whole.values.count > 1000 ? 4 : 10))
    var tree = JSONTree(document)
    var model = whole
    if let broken = broken(&tree, model: &model, script) { return broken }
    // Some of the values, and none at all.
    for selected in [whole.values.indices.filter { ($0 + number) % (number % 7 + 1) == 0 }, []] {
      var tree = JSONTree(document, only: selected.map { whole.values[$0].value })
      var model = TreeModel(whole, only: selected)
      if let broken = broken(&tree, model: &model, script) {
        return "of \(selected.count) values from \(selected.first ?? 0): \(broken)"
      }
    }
    return nil
  }

  private var number: Int { bytes.reduce(bytes.count) { $0 &+ Int($1) } }

  /// A document of so many places or more that has the bytes at its end, and in all of it if they are sound.
  private func stretched(to places: Int) -> [UInt8] {
    guard places > 0 else { return bytes }
    let text = Array(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
    let own = JSONDocument(text)
    let (item, size) = own.error == nil ? (text, own.nodeCount) : (Self.filler, JSONDocument(Self.filler).nodeCount)
    let items = Array(repeating: item, count: places / max(size, 1) + 1) + [text]
    return Array("[".utf8) + Array(items.joined(separator: [UInt8(ascii: ",")])) + Array("]".utf8)
  }

  private func broken(_ tree: inout JSONTree, model: inout TreeModel, _ script: [UInt8]) -> String? {
    if let broken = difference(tree, model) ?? brokenSearch(in: tree, model) { return broken }
    for (step, byte) in script.enumerated() {
      // One before the first row and one after the last are among them.
      let row = (Int(byte) * 7919 + step * 31) % (tree.count + 2) - 1
      if let broken = change(&tree, &model, byte, at: row) ?? difference(tree, model) {
        return "after \(script[...step]): \(broken)"
      }
    }
    return brokenSearch(in: tree, model)
  }

  /// Does one and the same to both.
  private func change(_ tree: inout JSONTree, _ model: inout TreeModel, _ byte: UInt8, at row: Int) -> String? {
    let rows = model.rows()
    let position = rows.indices.contains(row) ? rows[row].position : nil
    switch byte % 8 {
    case 0, 1:
      if (tree.fold(row) != nil) != (position.map { model.fold($0) } ?? false) { return "row \(row) folds otherwise" }
    case 2, 3:
      if tree.unfold(row) != position.map({ model.unfold($0) }) ?? false { return "row \(row) opens otherwise" }
    case 4:
      tree.foldAll()
      model.foldAll()
    case 5:
      tree.fold(toDepth: Int(byte / 8) % 6)
      model.fold(toDepth: Int(byte / 8) % 6)
    case 6:
      let shown = tree.foldOthers(row)
      guard let position else { return shown == nil ? nil : "row \(row) is shown" }
      model.foldAll()
      _ = model.reveal(position)
      if shown != model.rows().firstIndex(where: { $0.position == position }) { return "another row is shown" }
    default:
      guard !model.values.isEmpty else { return nil }
      let target = (Int(byte) * 104_729) % model.values.count
      let shown = tree.reveal(model.values[target].value)
      let row = model.reveal(target) ? model.rows().firstIndex { $0.position == target } : nil
      if shown != row { return "\(target) is shown in row \(String(describing: shown))" }
    }
    return nil
  }

  // MARK: - Rows

  private func difference(_ tree: JSONTree, _ model: TreeModel) -> String? {
    let rows = model.rows()
    guard tree.count == rows.count else { return "\(tree.count) rows, not \(rows.count)" }
    let firstRows = Dictionary(rows.enumerated().map { ($1.position, $0) }, uniquingKeysWith: { first, _ in first })
    for row in stride(from: 0, to: rows.count, by: max(rows.count / 40, 1)) {
      if let broken = difference(tree, model, rows[row], at: row, firstRows) { return "in row \(row) \(broken)" }
    }
    for row in [-1, rows.count, rows.count + 100_000, .min, .max] {
      guard tree[row] == nil, tree.path(ofRow: row) == nil, tree.byte(ofRow: row) == nil,
        tree.parentRow(of: row) == nil, tree.nextSiblingRow(of: row) == nil, tree.previousSiblingRow(of: row) == nil
      else { return "there is a row \(row)" }
    }
    for offset in [-1, 0, tree.document.bytes.count, .max] where (tree.row(atByte: offset) == nil) != rows.isEmpty {
      return "byte \(offset) is in no row"
    }
    return nil
  }

  private func difference(
    _ tree: JSONTree, _ model: TreeModel, _ row: TreeModel.Row, at number: Int, _ firstRows: [Int: Int]
  ) -> String? {
    let own = model.values[row.position]
    let isRoot = model.roots != nil && model.root(of: row.position) == row.position
    guard let line = tree[number] else { return "there is nothing" }
    if line.part != row.part || line.value != own.value { return "there is \(line.part) of \(line.value.path)" }
    if line.depth != model.depth(row.position) { return "the depth is \(line.depth)" }
    if line.isRoot != (isRoot && row.part != .closing) { return "the outermost level is another" }
    if line.key != (isRoot || row.part == .closing ? nil : own.key) { return "there is another key" }
    if line.hasComma != (!isRoot && row.part != .opening && model.next(row.position) != nil) { return "a comma" }
    if tree.path(ofRow: number) != own.value.path { return "the path is another" }
    if tree.row(of: own.value) != firstRows[row.position] { return "there is not the row of its value" }
    if tree.parentRow(of: number) != model.parent(row.position).flatMap({ firstRows[$0] }) { return "another parent" }
    if tree.nextSiblingRow(of: number) != model.next(row.position).flatMap({ firstRows[$0] }) { return "another next" }
    if tree.previousSiblingRow(of: number) != model.previous(row.position).flatMap({ firstRows[$0] }) {
      return "there is another one before"
    }
    let start = (own.key ?? own.value).range.lowerBound
    let byte = row.part == .closing ? own.value.range.upperBound - 1 : start
    guard tree.byte(ofRow: number) == byte else { return "the first byte isn't \(byte)" }
    return tree.row(atByte: byte) == number ? nil : "the first byte is in another row"
  }

  // MARK: - Search

  private func brokenSearch(in tree: JSONTree, _ model: TreeModel) -> String? {
    let text = tree.document.bytes
    let start = text.isEmpty ? 0 : number % text.count
    let needle = text[start...].prefix(number % 3 + 1)
    guard needle.allSatisfy({ $0 < 0x80 }), let search = JSONSearch(String(decoding: needle, as: UTF8.self)) else {
      return nil
    }
    let isExact = needle.contains { (0x41...0x5A).contains($0) }
    func holds(_ value: JSONValue) -> Bool {
      let bytes = isExact ? Array(value.bytes) : value.bytes.map(Self.lowercased)
      let wanted = isExact ? Array(needle) : needle.map(Self.lowercased)
      return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    }
    let expected = model.values.indices.filter { position in
      let own = model.values[position]
      return model.root(of: position) != nil && (own.key.map(holds) == true || !own.canFold && holds(own.value))
    }
    guard let hits = search.hits(in: tree), hits.count == expected.count else { return "other hits of \(search.text)" }
    guard let root = tree.document.root else { return nil }
    var hit = hits.next(after: root, inclusive: true)
    for (rank, position) in expected.enumerated().prefix(40) {
      let value = model.values[position].value
      guard hit == value, hits.contains(value), hits.rank(of: value) == rank else {
        return "another hit than \(value.path)"
      }
      let before = hits.previous(before: value)
      guard before == expected[(rank + expected.count - 1) % expected.count].value(in: model) else {
        return "before it"
      }
      hit = hits.next(after: value)
    }
    return expected.isEmpty && hit != nil ? "a hit where there are none" : nil
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }
}

extension Int {
  fileprivate func value(in model: TreeModel) -> JSONValue { model.values[self].value }
}
