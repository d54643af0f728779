public import ExplorerStorage
import OpenPayments

/// With what an exchange can be compared, in a list with a cursor.
public struct CompareMenu: Sendable, Equatable {
  public let choices: [Choice]
  public private(set) var list = Column()
  /// The profiles to make the call under, where there are to be several at once.
  public private(set) var marked: Set<Profile.ID> = []
  let subject: MarkedExchange

  public struct Choice: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// The same call, made again now.
      case now
      case profile(Profile.ID)
      /// The exchange marked before.
      case marked
    }

    public let kind: Kind
    public let title: String
    /// What it leads to, or why it can't be chosen.
    public let words: String
    public let isPossible: Bool
  }

  init(_ subject: MarkedExchange, _ choices: [Choice], height: Int) {
    self.subject = subject
    self.choices = choices
    list.setHeight(height)
    list.setRows(
      RowList(choices.enumerated().map { Row(id: "\($0.offset)", code: "", name: $0.element.title) }), selecting: nil)
  }

  public func choice(at position: Int) -> Choice? { list.index(at: position).map { choices[$0] } }
  var selected: Choice? { choice(at: list.cursor) }

  mutating func move(to position: Int) { list.move(to: position) }
  mutating func setHeight(_ height: Int) { list.setHeight(height) }

  mutating func toggleMark(_ profile: Profile.ID) {
    if marked.remove(profile) == nil { marked.insert(profile) }
  }
}

/// An exchange with the profile it was made under, as far as that is known.
public struct MarkedExchange: Sendable, Equatable {
  public let inspection: Inspection
  /// The profile's name; known, too, where there is no such profile any more.
  let profileName: String?
  let profile: Profile?
}
