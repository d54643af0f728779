import NIOCore
import NIOHTTP1
import Synchronization

/// What connections are told of the calls that go over them, and note of them.
///
/// AsyncHTTPClient takes a target only as a URL, of which Foundation makes another text, and hands on nothing but the
/// answer. So a request carries the number of its call in a last field, which its connection takes off before anything is
/// sent; under that number it finds the target, and notes what it sees.
final class CallNotes: Sendable {
  struct Note {
    /// What the request line asks for, to the letter.
    var target: String?
    /// When the request was handed to its connection.
    var sent: NIODeadline?
    var reusedConnection: Bool?
    /// The answer's reason phrase as it was received; nil if none was seen.
    var reason: String?
  }

  private struct Open {
    var last = 0
    var notes: [Int: Note] = [:]
  }

  private static let field = "opx-call"
  private let open = Mutex(Open())

  /// Begins a call, whose number goes into the fields of its request.
  func begin(_ fields: inout HTTPHeaders, target: String) -> Int {
    let number = open.withLock {
      $0.last += 1
      $0.notes[$0.last] = Note(target: target)
      return $0.last
    }
    fields.add(name: Self.field, value: "\(number)")
    return number
  }

  /// Takes the number off again. A field of the caller's own may have the same name and stands before it.
  static func takeNumber(from fields: inout HTTPHeaders) -> Int? {
    var all = Array(fields)
    guard let place = all.lastIndex(where: { $0.name == field }) else { return nil }
    let number = Int(all.remove(at: place).value)
    fields = HTTPHeaders(all)
    return number
  }

  /// Adds to the note of a call; nothing if it has ended meanwhile.
  func add(to number: Int, _ change: (inout Note) -> Void) {
    open.withLock { open in
      guard var note = open.notes.removeValue(forKey: number) else { return }
      change(&note)
      open.notes[number] = note
    }
  }

  func note(of number: Int) -> Note { open.withLock { $0.notes[number] ?? Note() } }

  func end(_ number: Int) { open.withLock { $0.notes[number] = nil } }
}
