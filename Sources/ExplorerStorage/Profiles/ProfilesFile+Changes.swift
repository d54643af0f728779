/// Changes to the text. Each leaves every byte as it was that it isn't about, and is read again.
extension ProfilesFile {
  /// - Parameter lines: with their line breaks, or without the last.
  /// - Returns: the file with them behind those of the last profile.
  func inserting(_ lines: [UInt8]) -> ProfilesFile {
    if let last = blocks.last { return putting(lines, in: body, at: last.bytes.upperBound) }
    guard let pair = profilesPair else {
      return putting(rootIndent + Array("profiles:".utf8) + lineBreak + lines, in: body, at: end)
    }
    // An empty mapping, or none, in the key's own line would stand in the way.
    let body = blanking(pair.value)
    return putting(lines, in: body, at: LineBreak.lineEnd(in: body, of: pair.key.bytes.upperBound))
  }

  /// Puts a profile back where it was, as far as what is around it is still there.
  func restoring(_ removed: RemovedProfile) -> ProfilesFile {
    let next = removed.position < blocks.count ? blocks[removed.position].bytes.lowerBound : nil
    if let start = end(beforeBlockAt: removed.position) {
      let place = start + removed.gap
      if place <= next ?? body.count, LineBreak.isLineStart(in: body, place) {
        return putting(removed.lines, in: body, at: place)
      }
    }
    return next.map { putting(removed.lines, in: body, at: $0) } ?? inserting(removed.lines)
  }

  func position(of block: Block) -> Int { blocks.firstIndex(of: block) ?? 0 }

  func gap(before block: Block) -> Int {
    end(beforeBlockAt: position(of: block)).map { max(block.bytes.lowerBound - $0, 0) } ?? 0
  }

  /// Where the profile before a position ends, or else the line that begins the profiles; nil if that isn't there.
  private func end(beforeBlockAt position: Int) -> Int? {
    if position > 0 { return position <= blocks.count ? blocks[position - 1].bytes.upperBound : nil }
    guard let pair = profilesPair, pair.value.isNull || !blocks.isEmpty, pair.value.string?.isEmpty ?? true else {
      return nil
    }
    return LineBreak.lineEnd(in: body, of: pair.key.bytes.upperBound)
  }

  func replacing(_ block: Block, with lines: [UInt8]) -> ProfilesFile {
    let isLastWithoutBreak = block.bytes.upperBound == body.count && !endsLine(body)
    let new = isLastWithoutBreak ? withoutBreak(lines) : lines
    return with(body.replacing(block.bytes, with: new))
  }

  func removing(_ block: Block) -> ProfilesFile { with(body.replacing(block.bytes, with: [])) }

  /// - Parameter name: nil for none.
  func settingDefault(_ name: String?) -> ProfilesFile {
    let text = name.map { Array(YAMLText.quoted($0).utf8) }
    guard let pair = defaultPair else {
      guard let text else { return self }
      let line = rootIndent + Array("default: ".utf8) + text + lineBreak
      return putting(line, in: body, at: profilesPair.map { lineStart($0.key.bytes.lowerBound) } ?? end)
    }
    let value = pair.value.bytes
    if let text { return with(body.replacing(value, with: value.isEmpty ? [UInt8(ascii: " ")] + text : text)) }
    // A comment behind it stays, and with it the key.
    let line = lineStart(pair.key.bytes.lowerBound)..<end(of: pair)
    let rest = body[min(max(value.upperBound, pair.key.bytes.upperBound), line.upperBound)..<line.upperBound]
    return with(rest.contains(UInt8(ascii: "#")) ? blanking(pair.value) : body.replacing(line, with: []))
  }

  /// The lines of a profile as this file would have them.
  func lines(of profile: Profile) -> [UInt8] {
    let indent = blocks.first.map { body[$0.bytes].prefix { $0 == UInt8(ascii: " ") } }.map(Array.init)
    let lines = profile.lines(
      indent: String(decoding: indent ?? rootIndent + Array("  ".utf8), as: UTF8.self),
      folder: Self.folder(of: path))
    return Array(lines.map { Array($0.utf8) + lineBreak }.joined())
  }

  private var lineBreak: [UInt8] { LineBreak.prevailing(in: body) }
  private var rootIndent: [UInt8] { root?.pairs?.first.map { prefix(of: $0.key) } ?? [] }
  /// Where the last key of the file ends.
  private var end: Int { root?.pairs?.last.map { end(of: $0) } ?? body.count }

  /// - Parameter place: the start of a line, or the end of the text.
  private func putting(_ lines: [UInt8], in body: [UInt8], at place: Int) -> ProfilesFile {
    var lines = lines
    if place == body.count, !endsLine(body) {
      lines = lineBreak + withoutBreak(lines)
    } else if place < body.count, !endsLine(lines) {
      lines += lineBreak
    }
    return with(body.replacing(place..<place, with: lines))
  }

  /// The text without that value and the blanks before it, where it ends its line.
  private func blanking(_ value: YAMLNode) -> [UInt8] {
    var range = value.bytes
    guard !range.isEmpty else { return body }
    if range.upperBound == body.count || LineBreak.length(in: body, at: range.upperBound) > 0 {
      while range.lowerBound > 0, body[range.lowerBound - 1] == UInt8(ascii: " ") {
        range = range.lowerBound - 1..<range.upperBound
      }
    }
    return body.replacing(range, with: [])
  }

  private func endsLine(_ text: [UInt8]) -> Bool { LineBreak.isLineStart(in: text, text.count) }

  private func withoutBreak(_ lines: [UInt8]) -> [UInt8] {
    lines.dropLast(LineBreak.length(in: lines, before: lines.count))
  }
}

// MARK: - What a change leaves alone

extension ProfilesFile {
  /// All but some profiles, and what stands beside them.
  struct Rest: Equatable {
    let names: [String]
    let values: [YAMLNode]
    let lines: [[UInt8]]
    let strangers: [YAMLNode.Pair]
    let strangerLines: [[UInt8]]
    /// How many signs there are that begin comments.
    let commentSigns: Int
  }

  func rest(besides names: Set<String>) -> Rest {
    let others = blocks.filter { !names.contains($0.name) }
    func signs(_ bytes: some Sequence<UInt8>) -> Int { bytes.count { $0 == UInt8(ascii: "#") } }
    let changed = blocks.filter { names.contains($0.name) }
    return Rest(
      names: others.map(\.name), values: others.map(\.value),
      lines: others.map { withoutBreak(Array(body[$0.bytes])) }, strangers: strangers,
      strangerLines: strangers.map {
        Array(body[$0.key.bytes.lowerBound..<max($0.key.bytes.upperBound, $0.value.bytes.upperBound)])
      }, commentSigns: signs(body) - changed.map { signs(body[$0.bytes]) }.reduce(0, +))
  }

  /// Every single value in the file, any of which may name a file.
  var values: [String] { root?.strings ?? [] }
}

extension [UInt8] {
  fileprivate func replacing(_ range: Range<Int>, with new: [UInt8]) -> [UInt8] {
    Array(self[..<range.lowerBound]) + new + self[range.upperBound...]
  }
}
