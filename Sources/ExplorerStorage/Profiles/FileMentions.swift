import Glibc

/// The files that a text may speak of: any of its values may be a path, whatever is wrong with what is around it.
struct FileMentions {
  let values: [String]
  /// What relative paths begin at.
  let folder: String
  let home: String?

  /// Whether the text speaks of this file, however it spells the path.
  func contain(_ path: String) -> Bool {
    guard let place = FilePlace(path) else { return true }
    let file = FilePlace.file(path)
    let inside = "\(place.folder.split(separator: "/").last ?? "")/\(place.name)"
    return values.contains { value in
      if Self.holds(value, inside) { return true }
      guard !value.isEmpty, value.utf8.count < Int(PATH_MAX), !value.utf8.contains(0) else { return false }
      let other = located(value)
      if let file, FilePlace.file(other) == file { return true }
      // There may be no file yet.
      return other.hasSuffix(place.name) && FilePlace(other) == place
    }
  }

  /// Whether a path stands among other words, as in a shell's command.
  private static func holds(_ value: String, _ path: String) -> Bool {
    value != path
      && value.ranges(of: path).contains { range in
        let next = value[range.upperBound...].first
        return next.map { $0.isLetter || $0.isNumber || "._-".contains($0) } != true
      }
  }

  func located(_ value: String) -> String {
    HomePath.expanded(HomePath.located(value, in: folder), home: home)
  }
}

/// A place in a folder, by the folder's one true path; there need be nothing.
struct FilePlace: Equatable {
  let folder: String
  let name: String

  /// nil if the path leads to a folder, or into none.
  init?(_ path: String) {
    let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    name = String(path[end...])
    // A zero would end the path for the system, and not here.
    guard !path.utf8.contains(0), !["", ".", ".."].contains(name),
      let folder = Self.real(end == path.startIndex ? "." : String(path[..<end]))
    else { return nil }
    self.folder = folder
  }

  static func real(_ folder: String) -> String? {
    guard let pointer = realpath(folder, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// What tells a file from all others, at the end of all links; nil if there is none.
  static func file(_ path: String) -> [UInt64]? {
    var status = stat()
    return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
  }
}
