import ExplorerStorage
import HTTPTypes
import OpenPayments

/// With what an exchange can be compared, in a list with a cursor.
public struct CompareMenu: Sendable, Equatable {
  public let choices: [Choice]
  public private(set) var list = Column()
  /// The profiles to make the call under, where there are to be several at once.
  public private(set) var marked: Set<ProfileTag> = []
  let subject: MarkedExchange

  public struct Choice: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// The same call, made again now.
      case now
      case profile(ProfileTag)
      /// The exchange marked before.
      case marked
    }

    public let kind: Kind
    public let title: String
    /// What it leads to, or why it can't be chosen.
    public let words: Sentence
    public let isPossible: Bool
  }

  /// - Parameters:
  ///   - marked: the exchange marked before; nil if none was.
  ///   - callers: as whom the call can be made again.
  init(_ subject: MarkedExchange, marked: MarkedExchange?, among callers: [Caller], height: Int) {
    self.subject = subject
    choices =
      [Choice.now(subject)] + callers.filter { $0.tag != subject.caller?.tag }.map { Choice.call(subject, as: $0) }
      + (marked.map { [Choice.marked($0, against: subject)] } ?? [])
    list.setHeight(height)
    list.setRows(
      RowList(choices.enumerated().map { Row(id: "\($0.offset)", code: "", name: $0.element.title) }), selecting: nil)
  }

  public func choice(at position: Int) -> Choice? { list.index(at: position).map { choices[$0] } }
  var selected: Choice? { choice(at: list.cursor) }

  mutating func move(to position: Int) { list.move(to: position) }
  mutating func move(by distance: Int) { list.move(by: distance) }
  mutating func setHeight(_ height: Int) { list.setHeight(height) }

  mutating func toggleMark(_ profile: ProfileTag) {
    if marked.remove(profile) == nil { marked.insert(profile) }
  }
}

extension CompareMenu.Choice {
  /// The same call under the same profile, never under another one.
  fileprivate static func now(_ subject: MarkedExchange) -> CompareMenu.Choice {
    let refusal: Sentence? =
      switch (subject.caller, subject.profileName) {
      case (_?, _): subject.refusal
      case (nil, let name?): "There is no profile \(name) here: choose another one."
      case (nil, nil): "Under which profile the call was made is not known: choose one."
      }
    let words: Sentence = subject.caller.map { "as \($0.profile.name) again" } ?? ""
    return CompareMenu.Choice(kind: .now, title: "now", words: refusal ?? words, isPossible: refusal == nil)
  }

  fileprivate static func call(_ subject: MarkedExchange, as caller: Caller) -> CompareMenu.Choice {
    let refusal = subject.refusal(under: caller.profile)
    return CompareMenu.Choice(
      kind: .profile(caller.tag), title: caller.profile.name, words: refusal ?? "called there now",
      isPossible: refusal == nil)
  }

  fileprivate static func marked(_ marked: MarkedExchange, against subject: MarkedExchange) -> CompareMenu.Choice {
    let isSame = marked.inspection == subject.inspection
    let words: Sentence = "\(marked.profileName ?? "")  \(marked.inspection.exchange.request.path ?? "")"
    return CompareMenu.Choice(
      kind: .marked, title: "marked",
      words: isSame ? "This is the marked call itself; mark another one with \(key: .markForComparison)." : words,
      isPossible: !isSame)
  }
}
