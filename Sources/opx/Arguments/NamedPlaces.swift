import ExplorerStorage
import OpenPayments

/// The countries or cities that the platform lists, for somebody who names one by its name, or by what stands for it.
struct NamedPlaces {
  typealias Place = (id: String, name: String)

  /// So many names are told of those that are near, and of those that there are.
  private static let most = (near: 3, all: 20)

  let places: [Place]
  /// What they are: `country`, `countries`.
  let noun, plural: String
  /// What stands for one: `code`.
  let idWord: String
  /// What may be written, in brackets where it is not plain.
  var form = ""

  /// The id that equals the text, else the id of the one place with this name; of one that is this name but for case,
  /// accents and blanks around where none has just this one.
  ///
  /// - Throws: ``CommandFailure`` with the nearest names if there is none; with the ids if several places have the name,
  ///   or if the one that has it came without.
  func id(of text: String) throws(CommandFailure) -> String {
    if places.contains(where: { $0.id == text }) { return text }
    let folded = Self.folded(text)
    let alike = places.filter { Self.folded($0.name) == folded }
    let exact = alike.filter { $0.name.withoutOuterBlanks == text.withoutOuterBlanks }
    let named = exact.isEmpty ? alike : exact
    guard !named.isEmpty else { throw unknown(text) }
    var seen: Set<String> = [""]
    let matches = named.filter { seen.insert($0.id).inserted }
    guard let match = matches.first else {
      throw CommandFailure(
        .unusableAnswer, "the platform sent no \(idWord) for \"\(text)\", without which its ASPSPs can't be asked for")
    }
    guard matches.count == 1 else {
      let list = matches.prefix(Self.most.all).map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
      let more = matches.count - Self.most.all
      let rest = more > 0 ? " and \(more) more" : ""
      throw CommandFailure(
        .usage, "several \(plural) are called \"\(text)\": \(list)\(rest); name one by its \(idWord)")
    }
    return match.id
  }

  private func unknown(_ text: String) -> CommandFailure {
    let names = Set(places.map(\.name).filter { !$0.isEmpty })
    let near = Spelling.near(text, among: names).prefix(Self.most.near)
    let known: String
    if let last = near.last {
      let others = near.dropLast().joined(separator: ", ")
      known = "did you mean \(others.isEmpty ? last : "\(others) or \(last)")?"
    } else if names.isEmpty {
      known = "the platform lists none"
    } else {
      let more = names.count - Self.most.all
      let rest = more > 0 ? " and \(more) more, which opx \(plural) lists" : ""
      known = "there are \(names.sorted().prefix(Self.most.all).joined(separator: ", "))\(rest)"
    }
    return CommandFailure(.usage, "there is no \(noun) \"\(text.prefix(60))\"\(form); \(known)")
  }

  private static func folded(_ text: String) -> String { TextFolding.folded(text.withoutOuterBlanks) }
}

extension String {
  var withoutOuterBlanks: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
