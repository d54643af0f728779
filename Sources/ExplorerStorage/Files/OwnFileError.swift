import Glibc

/// Why a file or folder that `opx` keeps for its user can't be used.
public struct OwnFileError: Error, Sendable, Hashable {
  public let path: String
  public let reason: Reason

  public enum Reason: Sendable, Hashable {
    /// With the error numbers of the system.
    case notMade(Int32), unreadable(Int32), unwritable(Int32), unremovable(Int32), unlockable(Int32)
    /// It belongs to somebody else.
    case foreign
    /// It is a link, and there is no folder for what it leads to.
    case leadsNowhere(String)
    /// It is a link that is somebody else's, or leads to what is.
    case leadsToOthers(String)
    /// It is a link where none is followed.
    case link
    case notAFolder
    case notAFile
    /// Others can read a secret in it, or write to it.
    case openToOthers
    /// It is a link to a folder in which others can put and replace files.
    case folderOpenToOthers
    /// It has more bytes than that.
    case tooLarge(Int)
    /// It makes no sense any more.
    case damaged
    /// Another process is at it for longer than anybody should be.
    case busy
    /// There is something of that name already.
    case exists
  }

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// Whether something else is in its place, which is no matter of rights or of the disk.
  var isMisplaced: Bool {
    switch reason {
    case .foreign, .leadsNowhere, .leadsToOthers, .link, .notAFolder, .notAFile, .folderOpenToOthers: true
    default: false
    }
  }

  /// Whether nothing of worth can be in it: what could be read is not to be trusted, or was never written by `opx`.
  var isDistrust: Bool {
    switch reason {
    case .openToOthers, .tooLarge, .link: true
    default: false
    }
  }
}

extension OwnFileError: CustomStringConvertible {
  /// As a part of a sentence.
  public var description: String {
    switch reason {
    case .notMade(let error): "\(path) can't be made (\(Self.words(error)))"
    case .unreadable(let error): "\(path) can't be read (\(Self.words(error)))"
    case .unwritable(let error): "\(path) can't be written (\(Self.words(error)))"
    case .unremovable(let error): "\(path) is still there (\(Self.words(error))); remove it yourself"
    case .unlockable(let error): "\(path) can't be locked (\(Self.words(error)))"
    case .foreign: "\(path) belongs to somebody else; move it away, or have it made yours"
    case .leadsNowhere(let target):
      "\(path) is a link to \(target), which is not there; make that, or remove the link"
    case .leadsToOthers(let target):
      "\(path) is a link to \(target), which is not yours; let it lead to your own, or remove it"
    case .link: "\(path) is a link, which is not followed"
    case .notAFolder: "\(path) is no folder; move it away"
    case .notAFile: "\(path) is no regular file; move it away"
    case .openToOthers: "\(path) can be changed or read by others; chmod 600 \(path)"
    case .folderOpenToOthers: "\(path) is a link to a folder that others can change; chmod 700 \(path)"
    case .tooLarge(let limit): "\(path) has more than \(limit) bytes"
    case .damaged: "\(path) is damaged; it counts as empty, and is put aside with the next change"
    case .busy: "\(path) is in use by another opx; try again when that is done"
    case .exists: "\(path) is there already"
    }
  }

  private static func words(_ error: Int32) -> String { String(cString: strerror(error)) }
}

extension OwnFileError {
  /// Near enough for those who know the system's numbers only.
  var number: Int32 {
    switch reason {
    case .notMade(let error), .unreadable(let error), .unwritable(let error), .unremovable(let error),
      .unlockable(let error):
      error
    case .foreign, .leadsToOthers, .openToOthers, .folderOpenToOthers: EACCES
    case .leadsNowhere: ENOENT
    case .link: ELOOP
    case .notAFolder: ENOTDIR
    case .notAFile, .damaged: EINVAL
    case .tooLarge: EFBIG
    case .busy: EWOULDBLOCK
    case .exists: EEXIST
    }
  }
}
