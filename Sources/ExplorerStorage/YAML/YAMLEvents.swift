import CYaml

/// What libyaml finds in a text, one thing after the other.
struct YAMLEvents {
  struct Event {
    enum Kind {
      case documentStart
      case streamEnd
      case alias(String)
      case scalar(String, isPlain: Bool)
      case sequenceStart(isFlow: Bool)
      case mappingStart(isFlow: Bool)
      case collectionEnd
      /// What says nothing: the beginning of the stream, the end of a document.
      case other
    }

    let kind: Kind
    let anchor: String?
    let place: YAMLPlace
    let bytes: Range<Int>
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeBufferPointer<UInt8>
  /// A place that is known both ways; libyaml counts scalars.
  private var (scalars, offset) = (0, 0)

  /// - Parameters:
  ///   - parser: ready to read the text.
  ///   - text: stays there for as long as this is used.
  init(_ parser: UnsafeMutablePointer<yaml_parser_t>, _ text: UnsafeBufferPointer<UInt8>) {
    (self.parser, self.text) = (parser, text)
  }

  mutating func next() throws(YAMLFault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    let (kind, anchor) = Self.kind(event)
    let start = offset(of: event.start_mark)
    return Event(
      kind: kind, anchor: anchor.map { String(cString: UnsafePointer($0)) }, place: YAMLPlace(event.start_mark),
      bytes: start..<max(start, offset(of: event.end_mark)))
  }

  private static func kind(_ event: yaml_event_t) -> (Event.Kind, anchor: UnsafeMutablePointer<UInt8>?) {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, nil)
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return (.streamEnd, nil)
    case YAML_ALIAS_EVENT:
      let name: UnsafeMutablePointer<UInt8>? = event.data.alias.anchor
      return (.alias(name.map { String(cString: UnsafePointer($0)) } ?? ""), nil)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.plain_implicit != 0
      return (.scalar(text, isPlain: isPlain), scalar.anchor)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      return (.sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE), sequence.anchor)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      return (.mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE), mapping.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return (.collectionEnd, nil)
    default: return (.other, nil)
    }
  }

  /// The byte at which a mark stands. Marks come nearly in order, so that all together take one walk.
  private mutating func offset(of mark: yaml_mark_t) -> Int {
    func isInside(_ place: Int) -> Bool { place < text.count && text[place] & 0xC0 == 0x80 }
    while scalars < mark.index, offset < text.count {
      repeat { offset += 1 } while isInside(offset)
      scalars += 1
    }
    while scalars > mark.index, offset > 0 {
      repeat { offset -= 1 } while offset > 0 && isInside(offset)
      scalars -= 1
    }
    return offset
  }

  private var fault: YAMLFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not readable as YAML"
    guard parser.pointee.error == YAML_READER_ERROR else {
      return YAMLFault(place: YAMLPlace(parser.pointee.problem_mark), words: problem)
    }
    // It reads ahead, and says how many bytes it has passed.
    let offset = min(Int(parser.pointee.problem_offset), text.count)
    var (line, start, place) = (1, 0, 0)
    while place < offset {
      let length = LineBreak.length(in: text, at: place)
      place += max(length, 1)
      if length > 0 { (line, start) = (line + 1, place) }
    }
    let column = text[min(start, offset)..<offset].count { $0 & 0xC0 != 0x80 } + 1
    let digits = String(max(parser.pointee.problem_value, 0), radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    return YAMLFault(
      place: YAMLPlace(line: line, column: column),
      words: parser.pointee.problem_value >= 0 ? "the character \(name) is not allowed" : problem)
  }
}

extension YAMLPlace {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}
