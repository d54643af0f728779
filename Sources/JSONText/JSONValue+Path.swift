extension JSONValue {
  /// Where in its document the value is, as an RFC 9535 path such as `$.aspsps[3].bicFi`.
  ///
  /// Keys that are not plain identifiers appear as `['a b']`, with every control character escaped. The path of a key
  /// is that of its value.
  public var path: String {
    var path = "$"
    let target = isKey ? node + 1 : node
    var container = 0
    while container < target {
      let isObject = index.firstByte(container) == UInt8(ascii: "{")
      var position = 0
      var child = container + 1
      while index.next(child) <= target {
        position += 1
        child = index.next(child)
      }
      if isObject {
        path += JSONPathText.selector(JSONValue(index: index, node: child).string ?? "")
        child += 1
      } else {
        path += "[\(position)]"
      }
      container = child
    }
    return path
  }
}
