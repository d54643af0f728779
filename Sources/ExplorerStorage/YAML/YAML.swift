import CYaml

/// The one reader of YAML. Whatever a text holds, reading it takes time and memory in proportion to its length, and so
/// does walking through what was read.
public enum YAML {
  /// How deep values may lie in others.
  static let deepest = 64
  /// How many values the aliases of a text may stand for, all together.
  static let mostAliased = 10_000

  /// - Parameter text: without a byte order mark.
  /// - Returns: nil if it says nothing: it is empty, has nothing but comments, or is null.
  public static func read(_ text: String) throws(YAMLFault) -> YAMLNode? { try read(Array(text.utf8)) }

  static func read(_ bytes: [UInt8]) throws(YAMLFault) -> YAMLNode? {
    let root = try bytes.withUnsafeBufferPointer { (bytes) throws(YAMLFault) -> YAMLNode? in
      // libyaml keeps a pointer to its own state in there, which must not move.
      let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
      defer { parser.deallocate() }
      guard let start = bytes.baseAddress, yaml_parser_initialize(parser) == 1 else { return nil }
      defer { yaml_parser_delete(parser) }
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, start, bytes.count)
      var composer = YAMLComposer(YAMLEvents(parser, bytes))
      return try composer.document()
    }
    return root?.isNull == true ? nil : root
  }
}
