/// Marks, and the places one has jumped from.
public struct PlacesRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Never, Outcome>

  public enum Work: Sendable, Hashable {
    /// Read the marks anew; other processes may have set some.
    case read
    case keep(String, Address)
  }

  enum Outcome {
    /// A mark's letter is awaited, or no longer.
    case choosing, closed
    case go(Address)
  }

  public enum News: Sendable {
    case read([String: Address])
    /// A mark holds for this run only; with the reason.
    case notKept(String)
  }

  public private(set) var marks: [String: Address]
  /// What becomes of the letter that is awaited.
  public private(set) var isSetting = false
  private var trail = Trail()

  init(_ marks: [String: Address]) { self.marks = marks }

  /// Waits for a letter.
  mutating func open(isSetting: Bool) -> Turn {
    self.isSetting = isSetting
    return .work(.read).telling(.choosing)
  }

  func run(_ command: Command) -> Turn? { [.cancel, .quit].contains(command) ? .tell(.closed) : nil }

  /// Gives the place a letter, or goes to the place of one.
  mutating func type(_ letter: String, at place: Address?) -> Turn {
    .tell(.closed) + use(letter, at: place)
  }

  private mutating func use(_ letter: String, at place: Address?) -> Turn {
    guard let character = letter.first, character.isLetter || character.isNumber else {
      return .say("A mark is a letter or a digit.")
    }
    let name = String(character)
    guard isSetting else {
      return marks[name].map { .tell(.go($0)) }
        ?? .say("There is no mark \(name); \(key: .setMark) and a letter make one.")
    }
    guard let place else { return .say("There is no place to mark yet.") }
    marks[name] = place
    return .work(.keep(name, place)).saying("Mark \(name) is \(place).")
  }

  mutating func take(_ news: News) -> Turn {
    switch news {
    case .read(let stored):
      marks.merge(stored) { _, stored in stored }
      return .done
    case .notKept(let reason): return .say("The mark holds for this run only: \(reason).")
    }
  }

  // MARK: - The trail

  /// One jumps away from a place.
  mutating func leave(_ place: Address) { trail.leave(place) }

  /// - Returns: where one was before.
  mutating func back(from place: Address?) -> Address? { trail.back(from: place) }
  mutating func forward(from place: Address?) -> Address? { trail.forward(from: place) }
  mutating func rename(_ old: String, to new: String) { trail.rename(old, to: new) }
}
