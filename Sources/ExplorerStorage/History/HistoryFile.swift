import FoundationEssentials
import GRDB
import Glibc

/// The history's file: opened for several processes at once, its owner's alone, set aside when it is of no use.
struct HistoryFile {
  /// How long to wait for another process that is writing.
  private static let patience: Duration = .seconds(5)
  private static let pauseOfWriting: Duration = .milliseconds(5)
  /// How long to wait for one that opens or sets aside the file, which takes no longer than a renaming.
  private static let patienceOfOpening: Duration = .milliseconds(500)

  let path: String
  /// Is told of waits for another process that is writing.
  let onLock: LockListener

  /// Which file stands there now; nil if none does.
  var identity: UInt? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_ino : nil
  }

  /// Opens the file, one process after the other: SQLite doesn't wait for another one that makes a new file ready.
  func open() async throws -> DatabasePool {
    do { try OwnFolder(of: path).make() } catch { throw HistoryError(error) }
    // Without a lock the file may be of use all the same.
    let lock = try? await lock()
    defer { lock?.release() }
    try claim()
    var configuration = Configuration()
    configuration.busyMode = .callback { [onLock] in Self.waits(after: $0, tell: onLock) }
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
      if !db.configuration.readonly {
        // The first two have to be set before there are tables: fewer pages for a pass over all rows, and a file that
        // shrinks again. The last keeps the log short, of which every run reads all.
        try db.execute(
          sql: """
            PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA secure_delete = FAST;
            PRAGMA journal_size_limit = 4194304; PRAGMA wal_autocheckpoint = 256
            """)
      }
      db.add(function: Self.holds)
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try HistorySchema.prepare(pool)
    return pool
  }

  /// Puts a file of no use under another name, unless another process has done so by now.
  ///
  /// - Returns: its new name; nil if it was not this process that renamed it.
  /// - Throws: ``HistoryError`` if it has to stay.
  func setAside(_ damaged: UInt, now: Date) async throws(HistoryError) -> String? {
    let held: FileLock?
    do { held = try await lock() } catch { throw HistoryError("\(path) is damaged, and can't be set aside: \(error)") }
    defer { held?.release() }
    guard identity == damaged else { return nil }
    guard held != nil else {
      throw HistoryError("\(path) is damaged, and can't be set aside: \(OwnFileError(path, .busy))")
    }
    let time = now.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    var target = "\(path).damaged-\(time)"
    while access(target, F_OK) == 0 { target += "+" }
    guard rename(path, target) == 0 else { throw HistoryError(String(cString: strerror(errno))) }
    // What was written last may be in the log yet.
    rename("\(path)-wal", "\(target)-wal")
    unlink("\(path)-shm")
    return target
  }

  /// - Returns: nil if another process has it for longer than it should.
  private func lock() async throws(OwnFileError) -> FileLock? {
    try await FileLock.wait(for: "\(path).lock", LockWait(.history, longest: Self.patienceOfOpening)) {
      try? await Task.sleep(for: $0)
    }
  }

  /// Pauses while another process is writing.
  ///
  /// - Returns: false once that lasts too long.
  private static func waits(after tries: Int, tell: LockListener) -> Bool {
    let (waited, wait) = (pauseOfWriting * tries, LockWait(.history, longest: patience))
    guard waited < patience else {
      tell(.givenUp(wait))
      return false
    }
    if waited == LockAttempts.moment { tell(.began(wait)) }
    FileLock.sleep(pauseOfWriting)
    return true
  }

  /// Makes the file, so that it is closed to others from the start; SQLite gives its companions the same rights. No link is
  /// followed: a file that is set aside by its name, with companions beside it, is moved with its folder, which may be one.
  private func claim() throws {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else {
      if errno == ELOOP {
        guard access(path, F_OK) == 0 else {
          throw HistoryError(OwnFileError(path, .leadsNowhere(SymbolicLink.target(of: path) ?? "")))
        }
        throw HistoryFault.foreign
      }
      throw HistoryError("\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else {
      throw HistoryFault.foreign
    }
    if status.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
    // Already opening it would write to it.
    if HistorySchema.isLater(try header(descriptor)) { throw HistoryFault.later }
  }

  private func header(_ descriptor: Int32) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: HistorySchema.headerLength)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw HistoryError(OwnFileError(path, .unreadable(errno))) }
    return Array(bytes.prefix(count))
  }

  /// `holds(body, text)`: whether the text is in the body, accents and case aside.
  private static let holds = DatabaseFunction("holds", argumentCount: 2, pure: true) { values in
    guard let body = Data.fromDatabaseValue(values[0]), let text = String.fromDatabaseValue(values[1]) else {
      return false
    }
    let needle = FoldedNeedle(text)
    return body.withUnsafeBytes(needle.isIn)
  }
}

/// Why the history can't be used, as the end of a sentence.
public struct HistoryError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String
  /// Whether it can be mended by whoever owns the folder: it is there, but is not one that a history could be in.
  public let isOfFolder: Bool

  init(_ description: String) { (self.description, isOfFolder) = (description, false) }

  init(_ error: OwnFileError) { (description, isOfFolder) = ("\(error)", error.isMisplaced) }
}
