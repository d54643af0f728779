import Glibc

/// ``OwnFile`` and ``OwnFolder`` for those who only ask whether it went well; `errno` tells why not.
enum PrivateFile {
  /// - Returns: whether the folder is there, owned by this user and closed to others.
  static func makeFolder(_ path: String) -> Bool {
    attempt { () throws(OwnFileError) in try OwnFolder(path).make() } != nil
  }

  /// - Returns: nil if there is no such file, or none that can be trusted.
  static func read(_ path: String, limit: Int, isSecret: Bool = true) -> [UInt8]? {
    attempt { () throws(OwnFileError) in try OwnFile(path).read(limit: limit, isSecret: isSecret) } ?? nil
  }

  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    attempt { () throws(OwnFileError) in try OwnFile(path).write(bytes) } != nil
  }

  static func remove(_ path: String) -> Bool { OwnFile(path).remove() }

  private static func attempt<Value>(_ work: () throws(OwnFileError) -> Value) -> Value? {
    do { return try work() } catch {
      errno = error.number
      return nil
    }
  }
}
