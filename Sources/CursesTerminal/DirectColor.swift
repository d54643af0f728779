import ChildPrograms
import Glibc
import Terminal

/// A description of the user's terminal with direct colour, which terminals have but TERM doesn't tell.
///
/// `tic` makes it once and it is kept. ncurses finds it by TERMINFO, which therefore has to be set before the first
/// thread starts.
enum DirectColor {
  private static let prefix = "opx-"
  private static let patience: Duration = .seconds(5)

  /// Makes the description if the user's environment says that colours are direct (COLORTERM).
  ///
  /// - Parameter folder: where it is kept.
  static func prepare(folder: String) {
    guard let name = wantedName, getenv("TERMINFO") == nil else { return }
    if access(path(of: name, in: folder), R_OK) != 0 {
      guard makeFolder(folder), compile(name, into: folder) else { return }
    }
    setenv("TERMINFO", folder, 1)
  }

  /// The terminal's name in that description; nil where there is none.
  static var name: String? {
    guard let name = wantedName, let folder = getenv("TERMINFO").map({ String(cString: $0) }) else { return nil }
    return access(path(of: name, in: folder), R_OK) == 0 ? name : nil
  }

  private static var wantedName: String? {
    let says = getenv("COLORTERM").map { String(cString: $0) } ?? ""
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    guard ["truecolor", "24bit"].contains(says), isPlain(term), !term.hasSuffix("-direct"), term != "dumb" else {
      return nil
    }
    return prefix + term
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count < 64
      && name.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || [0x2B, 0x2D, 0x2E, 0x5F].contains(byte)
      }
  }

  private static func path(of name: String, in folder: String) -> String { "\(folder)/o/\(name)" }

  private static func makeFolder(_ path: String) -> Bool {
    var built = ""
    for part in path.split(separator: "/") {
      built += "/\(part)"
      mkdir(built, 0o700)
    }
    return access(path, W_OK) == 0
  }

  /// Under 8 a number still means the palette.
  private static func source(_ name: String) -> String {
    func colors(_ plain: Int, _ direct: Int) -> String {
      "\\E[%?%p1%{8}%<%t\(plain)%p1%d%e\(direct);2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
    }
    return """
      \(name)|the terminal with direct colour,
      \tccc@, initc@, oc@, initp@, RGB, colors#0x1000000, pairs#0x10000,
      \tsetaf=\(colors(3, 38)), setab=\(colors(4, 48)),
      \tuse=\(name.dropFirst(prefix.count)),

      """
  }

  private static func compile(_ name: String, into folder: String) -> Bool {
    let file = "\(folder)/\(name).\(getpid()).src"
    defer { unlink(file) }
    guard write(source(name), to: file) else { return false }
    // Nothing is drawn before it has ended, and no thread may be there.
    let end = ChildProgram(["tic", "-x", "-o", folder, file]).runBlocking(timeLimit: patience)
    return end == .ended(status: 0, output: "", errors: "") && access(path(of: name, in: folder), R_OK) == 0
  }

  private static func write(_ text: String, to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    return Glibc.write(descriptor, bytes, bytes.count) == bytes.count
  }
}
