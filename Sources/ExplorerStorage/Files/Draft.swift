import FoundationEssentials
import Glibc

/// The whole of a new file under a name of its own, beside the place that it is for and safe on the disk.
struct Draft {
  let path: String
  private let place: String

  init(_ bytes: [UInt8], for place: String) throws(OwnFileError) {
    self.place = place
    path = "\(OwnFolder(of: place).path)/.opx-\(UUID().uuidString)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let error = errno
      throw OwnFileError(place, access(place, F_OK) == 0 ? .unwritable(error) : .notMade(error))
    }
    var error = FileDescriptor.write(bytes, to: descriptor)
    if error == 0, fsync(descriptor) != 0, errno != EINVAL { error = errno }
    // Some disks tell only now that they are full.
    if close(descriptor) != 0, error == 0 { error = errno }
    guard error == 0 else {
      unlink(path)
      throw OwnFileError(place, .unwritable(error))
    }
  }

  func remove() { unlink(path) }

  /// Gives it the name that it is for, unless something has that by now. Gone either way is the draft.
  func publish() throws(OwnFileError) {
    defer { remove() }
    // A link, unlike a renaming, does not take the place of what is there.
    if link(path, place) == 0 { return }
    guard errno != EEXIST else { throw OwnFileError(place, .exists) }
    // Not every file system has links. Where there are none, the name is taken first.
    let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OwnFileError(place, errno == EEXIST ? .exists : .notMade(errno)) }
    close(descriptor)
    guard rename(path, place) == 0 else {
      let error = errno
      unlink(place)
      throw OwnFileError(place, .unwritable(error))
    }
  }
}
