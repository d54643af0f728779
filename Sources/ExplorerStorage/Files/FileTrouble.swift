import Glibc

/// Why a file that somebody named can't be read.
package enum FileTrouble {
  /// - Parameter number: the system's of the error.
  /// - Returns: words that end a sentence.
  package static func words(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "there is no such file"
    case EISDIR: "that is a folder"
    case EACCES: "you may not read it"
    default: String(cString: strerror(number))
    }
  }
}
