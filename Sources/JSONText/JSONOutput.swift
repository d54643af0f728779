/// A JSON document to be written: members keep their order, numbers keep their text.
///
/// The text never holds a raw control character: C0, DEL and C1 are written as `\u00XX` escapes, so that it is safe to
/// show on a terminal.
public indirect enum JSONOutput: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONOutput])
  case object([Member])
  /// Valid JSON text from elsewhere, copied token by token: numbers, escapes and key order stay as they are.
  case verbatim([UInt8])

  public struct Member: Sendable, Hashable {
    public var name: String
    public var value: JSONOutput

    public init(_ name: String, _ value: JSONOutput) {
      self.name = name
      self.value = value
    }
  }

  /// Shorthand for an object with its members in the given order.
  public static func members(_ members: KeyValuePairs<String, JSONOutput>) -> JSONOutput {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// The document as UTF-8, without a line break at its end.
  ///
  /// - Parameter depth: how many levels its lines after the first are indented.
  public func utf8(pretty: Bool = false, depth: Int = 0) -> [UInt8] {
    var writer = Writer(pretty: pretty)
    writer.write(self, depth: depth)
    return writer.bytes
  }

  /// The document as text, without a line break at its end.
  public func text(pretty: Bool = false) -> String {
    String(decoding: utf8(pretty: pretty), as: UTF8.self)
  }
}

extension JSONOutput: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSONOutput...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONOutput)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONOutput {
  private struct Writer {
    let pretty: Bool
    var bytes: [UInt8] = []

    mutating func write(_ value: JSONOutput, depth: Int) {
      switch value {
      case .null: bytes += "null".utf8
      case .bool(let flag): bytes += (flag ? "true" : "false").utf8
      case .integer(let number): bytes += String(number).utf8
      case .string(let text): write(string: text)
      case .verbatim(let json): copy(json)
      case .array(let elements):
        list("[", "]", elements, depth: depth) { writer, element in writer.write(element, depth: depth + 1) }
      case .object(let members):
        list("{", "}", members, depth: depth) { writer, member in
          writer.write(string: member.name)
          writer.bytes += (writer.pretty ? ": " : ":").utf8
          writer.write(member.value, depth: depth + 1)
        }
      }
    }

    private mutating func list<Item>(
      _ open: String, _ close: String, _ items: [Item], depth: Int, _ item: (inout Writer, Item) -> Void
    ) {
      bytes += open.utf8
      for (position, each) in items.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        lineBreak(depth: depth + 1)
        item(&self, each)
      }
      if !items.isEmpty { lineBreak(depth: depth) }
      bytes += close.utf8
    }

    private mutating func lineBreak(depth: Int) {
      guard pretty else { return }
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func write(string: String) {
      bytes.append(UInt8(ascii: "\""))
      for scalar in string.unicodeScalars { write(scalar: scalar, escapingQuotes: true) }
      bytes.append(UInt8(ascii: "\""))
    }

    private mutating func copy(_ json: [UInt8]) {
      var inString = false
      var escaped = false
      for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
        guard inString else {
          // The byte order mark has its place at the start of a file only.
          guard !" \t\r\n\u{FEFF}".unicodeScalars.contains(scalar) else { continue }
          inString = scalar == "\""
          write(scalar: scalar, escapingQuotes: false)
          continue
        }
        if escaped {
          escaped = false
        } else if scalar == "\\" {
          escaped = true
        } else if scalar == "\"" {
          inString = false
        }
        write(scalar: scalar, escapingQuotes: false)
      }
    }

    private mutating func write(scalar: Unicode.Scalar, escapingQuotes: Bool) {
      switch scalar.value {
      case 0x22 where escapingQuotes: bytes += "\\\"".utf8
      case 0x5C where escapingQuotes: bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case _ where scalar.isControl: bytes += scalar.unicodeEscape.utf8
      case ..<0x80: bytes.append(UInt8(scalar.value))
      default: bytes += String(scalar).utf8
      }
    }
  }
}
