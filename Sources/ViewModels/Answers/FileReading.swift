/// A file that is being read to be looked at by itself.
public struct FileReading: Sendable, Hashable {
  public let name: String
  /// In bytes; nil where that shows only at the end.
  let size: Int?
  var done = 0
  /// Why it could not be read, as a sentence without capital and full stop.
  var problem: String?

  public init(name: String, size: Int?) {
    self.name = name
    self.size = size
  }

  var line: Line {
    if let problem { return Line(problem.prefix(1).uppercased() + problem.dropFirst() + ".", .bad) }
    guard let size, size > 0 else { return Line("Reading \(name)… \(done / 1_000_000) MB", .muted) }
    return Line("Reading \(name)… \(min(done * 100 / size, 100)) %", .muted)
  }
}

/// How far the reading of a file is.
public enum FileReadingStep: Sendable {
  case progress(bytes: Int)
  case done(Inspection)
  case failed(String)
}
