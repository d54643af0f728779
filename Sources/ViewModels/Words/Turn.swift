/// What comes of something that happened in a room.
struct Turn<Work, Call, Outcome> {
  /// What is to be done outside, without a call.
  var work: [Work] = []
  /// Calls of the platform, and as whom.
  var calls: [(call: Call, caller: Caller)] = []
  /// What the room's owner has to know.
  var outcomes: [Outcome] = []
  /// What there is to say.
  var notice: Notice?

  /// It was taken care of, and nothing else comes of it.
  static var done: Turn { Turn() }

  static func work(_ work: Work...) -> Turn { Turn(work: work) }
  static func call(_ call: Call, as caller: Caller) -> Turn { Turn(calls: [(call, caller)]) }
  static func tell(_ outcomes: Outcome...) -> Turn { Turn(outcomes: outcomes) }
  static func say(_ sentence: Sentence) -> Turn { Turn(notice: Notice(sentence)) }

  func telling(_ outcome: Outcome) -> Turn {
    var turn = self
    turn.outcomes.append(outcome)
    return turn
  }

  func saying(_ sentence: Sentence) -> Turn {
    var turn = self
    turn.notice = Notice(sentence)
    return turn
  }

  static func + (first: Turn, second: Turn) -> Turn {
    Turn(
      work: first.work + second.work, calls: first.calls + second.calls, outcomes: first.outcomes + second.outcomes,
      notice: second.notice ?? first.notice)
  }
}
