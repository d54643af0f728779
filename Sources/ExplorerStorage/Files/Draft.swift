import FoundationEssentials
import Glibc

/// A new file under a name of its own, beside the place that it is for. It is gone again unless it was given its place.
package struct Draft: ~Copyable {
  private let path: String
  private let place: String
  private var descriptor: Int32

  init(for place: String) throws(OwnFileError) {
    let path = "\(OwnFolder(of: place).path)/.opx-\(UUID().uuidString)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let error = errno
      throw OwnFileError(place, access(place, F_OK) == 0 ? .unwritable(error) : .notMade(error))
    }
    (self.path, self.place, self.descriptor) = (path, place, descriptor)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    unlink(path)
  }

  package func write(_ bytes: [UInt8]) throws(OwnFileError) {
    let error = FileDescriptor.write(bytes, to: descriptor)
    if error != 0 { throw OwnFileError(place, .unwritable(error)) }
  }

  /// Gives it the name that it is for, in place of whatever has that.
  consuming func replace() throws(OwnFileError) {
    try finish()
    guard rename(path, place) == 0 else { throw OwnFileError(place, .unwritable(errno)) }
    try OwnFolder(of: place).flush()
  }

  /// Gives it the name that it is for, unless something has that by now.
  package consuming func publish() throws(OwnFileError) {
    try finish()
    // A link, unlike a renaming, does not take the place of what is there.
    if link(path, place) != 0 {
      guard errno != EEXIST else { throw OwnFileError(place, .exists) }
      try takePlace()
    }
    try OwnFolder(of: place).flush()
  }

  /// Not every file system has links. Where there are none, the name is taken first.
  private func takePlace() throws(OwnFileError) {
    let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OwnFileError(place, errno == EEXIST ? .exists : .notMade(errno)) }
    close(descriptor)
    guard rename(path, place) == 0 else {
      let error = errno
      unlink(place)
      throw OwnFileError(place, .unwritable(error))
    }
  }

  /// Has the disk keep it.
  private mutating func finish() throws(OwnFileError) {
    var error = fsync(descriptor) != 0 && errno != EINVAL ? errno : 0
    // Some disks tell only now that they are full.
    if close(descriptor) != 0, error == 0 { error = errno }
    descriptor = -1
    guard error == 0 else { throw OwnFileError(place, .unwritable(error)) }
  }
}
