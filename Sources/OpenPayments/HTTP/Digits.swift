extension StringProtocol {
  /// The number that is written in digits alone; with so many of them that it is none, infinity.
  var digits: Double? {
    guard !isEmpty, utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    return Double(String(self)) ?? .infinity
  }

  /// Without what is blank at its ends.
  var withoutBlanks: Substring {
    let start = drop(while: \.isWhitespace)
    return Substring(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
  }
}
