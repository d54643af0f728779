import ExplorerStorage
import Foundation
import OpenPayments
import TestRandomness
import Testing

/// Changes of files that no program would write. Each is made of parts, so that what must stay is known without the code
/// under test.
struct ProfileTextTests {
  /// A piece of a file: a profile's lines, the default's, or anything else.
  enum Part: Sendable {
    case profile(String, String)
    case standard(String)
    case other(String)

    var text: String {
      switch self {
      case .profile(_, let text), .standard(let text), .other(let text): text
      }
    }
  }

  struct Odd: Sendable, CustomTestStringConvertible {
    let title: String
    /// Whether every change can be made.
    var takesAll = true
    let parts: [Part]

    var testDescription: String { title }
    var bytes: [UInt8] { Array(parts.map(\.text).joined().utf8) }
    var names: [String] { parts.compactMap { if case .profile(let name, _) = $0 { name } else { nil } } }
  }

  private static let plain: [Part] = [
    .other("# mine\n"), .standard("default: beta   # why\n"), .other("\nprofiles:\n  # first\n"),
    .profile("acme", "  acme:\n    environment: sandbox   # hosted\n    client_id: one\n    secret_env: A\n"),
    .other("\n  # second\n"), .profile("beta", "  beta:\n    environment: built-in\n"),
    .profile("bad", "  bad:\n    enviroment: built-in\n    notes: \"x\"\n"), .other("# the end\n"),
  ]

  private static func ending(_ parts: [Part], with lineEnd: String) -> [Part] {
    parts.map { part in
      let text = part.text.replacing("\n", with: lineEnd)
      return switch part {
      case .profile(let name, _): .profile(name, text)
      case .standard: .standard(text)
      case .other: .other(text)
      }
    }
  }

  /// By the name of what a line ends with.
  private static let lineEnds = [
    ("LF", "\n"), ("CRLF", "\r\n"), ("CR", "\r"), ("NEL", "\u{85}"), ("LS", "\u{2028}"), ("PS", "\u{2029}"),
  ]

  static let odd: [Odd] =
    lineEnds.flatMap { name, lineEnd in
      let parts = ending(plain, with: lineEnd)
      return [
        Odd(title: name, parts: parts), Odd(title: "\(name) with a mark", parts: [.other("\u{FEFF}")] + parts),
        Odd(
          title: "\(name) without a last line end",
          parts: parts.dropLast(2) + [.profile("bad", "  bad:\(lineEnd)    enviroment: built-in")]),
      ]
    } + [
      Odd(
        title: "a break inside of quotes",
        parts: [
          .other("profiles:\n"), .profile("acme", "  acme:\n    environment: built-in\n    notes: \"a\u{85}b\"\n"),
          .profile("beta", "  beta:\n    environment: built-in\n    notes: 'a\u{2028}\n\n      b'\n"),
          .profile("c", "  c:\n    environment: built-in\n    notes: a # \u{2029}    accent: blue\r"),
        ]),
      Odd(
        title: "mixed line ends",
        parts: [
          .other("profiles:\r\n"), .profile("a", "  a:\n    environment: built-in\r"),
          .profile("b", "  b:\r\n    environment: built-in\r\n"), .other("\r\n\n\r"),
        ]),
      Odd(
        title: "texts behind bars",
        parts: [
          .other("profiles:\n"),
          .profile("a", "  a:\n    environment: built-in\n    notes: |\n      one\n      # no comment\n\n"),
          .other("  # a comment\n"),
          .profile("b", "  b:\n    notes: >-\n      two\n      three\n    environment: built-in\n"),
          .profile("c", "  c:\n    environment: built-in\n    notes: |+\n      four\n\n\n"),
        ]),
      Odd(
        title: "a text behind a bar at the end, with no line end", takesAll: false,
        parts: [
          .other("profiles:\n"), .profile("a", "  a: {environment: built-in}\n"),
          .profile("b", "  b:\n    environment: built-in\n    notes: |\n      one"),
        ]),
      Odd(
        title: "braces",
        parts: [
          .other("profiles:\n"), .profile("a", "  a: {environment: built-in, notes: \"x, y: }\"}   # one\n"),
          .profile("b", "  b: {\n    environment: built-in,\n  notes: z }\n"),
          .profile("c", "  c: { secret_file: x }\n"), .other("\n"),
        ]),
      Odd(
        title: "all in braces", takesAll: false,
        parts: [.other("profiles: {a: {environment: built-in}, b: {environment: built-in}}\n")]),
      Odd(
        title: "the whole file in braces", takesAll: false, parts: [.other("{default: a,\nprofiles: {\na: {}}}\n")]),
      Odd(
        title: "anchors and aliases", takesAll: false,
        parts: [
          .other("x: &x one\n"), .other("profiles:\n"),
          .profile("a", "  a: &a\n    environment: built-in\n    notes: *x\n"),
          .profile("b", "  b: *a\n"), .profile("c", "  c:\n    <<: *a\n"),
          .profile("d", "  d: {environment: &x built-in, notes: *x}\n"),
        ]),
      Odd(
        title: "aliases of what stands before the profiles",
        parts: [
          .other("x: &x {environment: built-in}\n"), .standard("default: a\n"), .other("profiles: # these\n"),
          .profile("a", "  a: *x\n"), .profile("b", "  b: *x # too\n"),
        ]),
      Odd(
        title: "document marks",
        parts: [
          .other("%YAML 1.1\n---   # here\n"), .other("profiles:\n"), .profile("a", "  a: {environment: built-in}\n"),
          .profile("b", "  b:\n    environment: built-in\n"), .other("...\n# behind\n"),
        ]),
      Odd(
        title: "two documents", takesAll: false,
        parts: [.other("profiles:\n"), .profile("a", "  a: {environment: built-in}\n"), .other("---\nprofiles:\n")]),
      Odd(
        title: "tabs and an indented root",
        parts: [
          .other(" profiles:\t# tab\n"), .profile("a", "     a:\n      environment:\tbuilt-in\t# x\n"),
          .profile("b", "     b:\t{environment: built-in}\n"), .standard(" default:\ta\n"),
        ]),
      Odd(
        title: "quoted and odd keys", takesAll: false,
        parts: [
          .other("\"default\": ~\n'profiles':\n"), .profile("a", "  \"a\": {environment: built-in}\n"),
          .profile("b c", "  'b c':\n    environment: built-in\n"),
          .profile("one two", "  ? \"one\n   two\"\n  : {environment: built-in}\n"),
        ]),
      Odd(
        title: "strangers before, between and behind",
        parts: [
          .other("other: {a: [b, c]}\nlist:\n- 1\n- 2\n"), .other("profiles:\n"),
          .profile("a", "  a: {environment: built-in}\n"),
          .other("    # far\n\n# near\n"), .standard("default: a\n"), .other("text: |\n  profiles:\n    b: {}\n# end"),
        ]),
      Odd(
        title: "values over several lines",
        parts: [
          .other("profiles:\n"),
          .profile("a", "  a:\n    environment: built-in\n    notes: \"one\n\n      two \\\n      x\"\n"),
          .profile("b", "  b:\n    environment:\n      built-in\n    notes: three\n      four\n\n     five\n"),
          .profile("c", "  c:\n    secret_command:\n    - a\n    - b\n    environment: built-in\n    client_id: x\n"),
        ]),
      Odd(
        title: "nothing in a profile, and its last key without a value",
        parts: [
          .other("profiles:\n"), .profile("a", "  a:\n"), .other("    # no more\n"),
          .profile("b", "  b:\n    environment: built-in\n    notes:\n"), .profile("c", "  c: ~\n"),
        ]),
      Odd(
        title: "keys without a colon", takesAll: false,
        parts: [
          .other("profiles:\n"), .profile("a", "  a:\n    ? environment\n    # x\n"),
          .profile("b", "  b: {environment: built-in}\n"), .standard("default: b"),
        ]),
      Odd(
        title: "marks within", takesAll: false,
        parts: [.other("profiles:\n"), .profile("a", "  a: {environment: built-in}\n"), .other("\u{FEFF}default: a\n")]),
      Odd(title: "no YAML", takesAll: false, parts: [.other("profiles:\n\ta: b\n")]),
      Odd(title: "a name twice", takesAll: false, parts: [.other("profiles:\n  a: {}\n  a: {}\n")]),
      Odd(title: "a list", takesAll: false, parts: [.other("profiles:\n- a\n- b\n")]),
      Odd(title: "a default that is a list", parts: [.standard("default: [a]\n"), .other("profiles: {} # none\n")]),
      Odd(title: "nothing but comments", parts: [.other("# one\r\n# two")]),
    ]

  enum Change: Sendable {
    case add, remove(String), restore(String), replace(String), rename(String), standard(String?)
  }

  private let folder = Folder()
  private var store: ProfileStore { ProfileStore(path: folder.path("profiles.yaml"), secrets: folder.path("secrets")) }
  private var bytes: [UInt8] {
    FileManager.default.contents(atPath: folder.path("profiles.yaml")).map(Array.init) ?? []
  }

  private func made(_ name: String) -> Profile {
    Profile(name: name, environment: .builtInSandbox, dialect: .seed, accent: .green, notes: "made: \u{85} \u{2028} é")
  }

  /// Whether the change was made. Nothing is changed if it wasn't.
  private func make(_ change: Change, _ before: [UInt8]) throws -> Bool {
    do throws(ConfigurationError) {
      switch change {
      case .add: _ = try store.apply(.add(made("made"), secret: nil))
      case .remove(let name): _ = try store.apply(.remove(name: name))
      case .restore(let name):
        let list = try store.apply(.remove(name: name))
        guard let removed = list.removed else { return false }
        do throws(ConfigurationError) { _ = try store.apply(.restore(removed)) } catch {
          folder.write(before, to: "profiles.yaml")
          throw error
        }
      case .replace(let name): _ = try store.apply(.replace(name: name, with: made(name), secret: nil))
      case .rename(let name): _ = try store.apply(.replace(name: name, with: made("made"), secret: nil))
      case .standard(let name): _ = try store.apply(.setDefault(name: name))
      }
      return true
    } catch {
      #expect(bytes == before, "\(error)")
      return false
    }
  }

  @Test("A change of one leaves all others as they are, byte for byte, or is not made", arguments: odd)
  func changes(odd: Odd) throws {
    var changes: [Change] = [.add, .standard(nil), .standard("sandbox")]
    for name in odd.names {
      changes += [.remove(name), .restore(name), .standard(name)]
      if !name.contains(" ") { changes += [.replace(name), .rename(name)] }
    }
    for change in changes {
      folder.write(odd.bytes, to: "profiles.yaml")
      let before = store.read()
      let isMade = try make(change, odd.bytes)
      if odd.takesAll { #expect(isMade, "\(change)") }
      guard isMade else { continue }
      let after = store.read()
      let (changed, made) = expected(change, before)
      #expect(
        after.profiles.filter { !changed.contains($0.name) } == before.profiles.filter { !changed.contains($0.name) })
      #expect(
        Set(after.unusable.keys).subtracting(changed) == Set(before.unusable.keys).subtracting(changed), "\(change)")
      if let made { #expect(after.profiles.contains(made), "\(change) \(after)") }
      // With its profile it goes, and comes back before the profiles.
      let isStandard =
        switch change {
        case .standard: true
        case .restore(let name): name == before.defaultName
        default: false
        }
      expectRest(of: odd, after: change, changed, isDefaultKept: before.defaultName == after.defaultName && !isStandard)
      if case .restore(let name) = change, before.defaultName != name {
        #expect(bytes == odd.bytes, "\(name)")
      }
      if case .restore(let name) = change {
        #expect(after.profiles.map(\.name) == before.profiles.map(\.name), "\(name)")
      }
    }
  }

  /// The names that may differ, and what is to be there.
  private func expected(_ change: Change, _ before: ProfileList) -> (Set<String>, Profile?) {
    switch change {
    case .add: (["made"], made("made"))
    case .remove(let name): ([name], nil)
    case .restore: ([], nil)
    case .replace(let name): ([name], made(name))
    case .rename(let name): ([name, "made"], made("made"))
    case .standard: ([], nil)
    }
  }

  /// All parts that the change is not about stand there in their order, but for the end of the last line.
  private func expectRest(of odd: Odd, after change: Change, _ changed: Set<String>, isDefaultKept: Bool) {
    var rest = bytes[...]
    for (position, part) in odd.parts.enumerated() {
      if case .profile(let name, _) = part, changed.contains(name) { continue }
      if case .standard = part, !isDefaultKept { continue }
      // The mapping in braces in place of which profiles come.
      if part.text.contains("{} #") { continue }
      let isLast = position == odd.parts.count - 1
      let text = Array(part.text.utf8)
      let wanted = isLast ? text[...].trimmed : text[...]
      guard !wanted.isEmpty else { continue }
      guard let found = rest.firstRange(of: wanted) else {
        let shown = String(decoding: bytes, as: UTF8.self).debugDescription
        Issue.record("\(change): \(part.text.debugDescription) is gone from \(shown)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  @Test("However a file is spoilt, a change leaves all others as they are, or is not made", arguments: 0..<8)
  func spoilt(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    let pieces = [
      "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{FEFF}", " ", "  ", "\t", "#", " # ", ":", ": ", "- ", "? ", "{",
      "}",
      "[", "]", ",", "&a ", "*a", "<<: *a", "|", ">-", "\"", "'", "---\n", "...\n", "é", "null", "default: a\n",
      "profiles:\n",
    ].map { Array($0.utf8) }
    for _ in 0..<40 {
      guard let odd = Self.odd.randomElement(using: &dice) else { return }
      var text = odd.bytes
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let start = Int.random(in: 0...text.count, using: &dice)
        let end = min(start + ([0, 0, 1, 2, 9].randomElement(using: &dice) ?? 0), text.count)
        text.replaceSubrange(start..<end, with: pieces.randomElement(using: &dice) ?? [])
      }
      folder.write(text, to: "profiles.yaml")
      let before = store.read()
      let names = before.profiles.map(\.name) + before.unusable.keys.sorted()
      for change in [.add, .standard("sandbox"), .standard(nil)]
        + names.prefix(3).flatMap({ [Change.remove($0), .replace($0)] })
      {
        folder.write(text, to: "profiles.yaml")
        guard try make(change, text) else { continue }
        let after = store.read()
        let (changed, made) = expected(change, before)
        #expect(
          after.profiles.filter { !changed.contains($0.name) } == before.profiles.filter { !changed.contains($0.name) },
          "\(change) \(String(decoding: text, as: UTF8.self).debugDescription)")
        #expect(Set(after.unusable.keys).subtracting(changed) == Set(before.unusable.keys).subtracting(changed))
        #expect(after.unreadable == nil)
        if let made { #expect(after.profiles.contains(made)) }
        if case .standard(let name) = change { #expect(after.defaultName == name) }
      }
    }
  }

  @Test("New lines end like those around them, and a mark stays", arguments: lineEnds)
  func lineEnd(name: String, lineEnd: String) throws {
    let parts = Self.ending(Self.plain, with: lineEnd)
    folder.write("\u{FEFF}" + parts.map(\.text).joined(), to: "profiles.yaml")
    let added = Profile(name: "made", environment: .builtInSandbox, dialect: .seed)
    _ = try store.apply(.add(added, secret: nil))
    _ = try store.apply(.setDefault(name: "made"))
    _ = try store.apply(
      .replace(name: "acme", with: Profile(name: "x", environment: .builtInSandbox, dialect: .psd2), secret: nil))
    let text = String(decoding: bytes, as: UTF8.self)
    let other = Set(Self.lineEnds.map(\.1).flatMap(\.unicodeScalars)).subtracting(lineEnd.unicodeScalars)
    #expect(text.unicodeScalars.allSatisfy { !other.contains($0) }, "\(text.debugDescription)")
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.unicodeScalars.filter { $0 == "\u{FEFF}" }.count == 1)
    #expect(store.read().profiles.map(\.name) == ["x", "beta", "made"] && store.read().defaultName == "made")
    #expect(text.contains("default: made   # why"))
  }

  @Test("The file of another system keeps all it has when a default is set")
  func windows() throws {
    let text =
      "default: acme\r\nprofiles:\r\n  acme:\r\n    environment: sandbox\r\n    client_id: one\r\n    secret_file: a.key\r\n"
    folder.write(text, to: "profiles.yaml")
    _ = try store.apply(.setDefault(name: "sandbox"))
    #expect(folder.text("profiles.yaml") == text.replacing("default: acme", with: "default: sandbox"))
    let list = try store.apply(.setDefault(name: nil))
    #expect(list.profiles.map(\.name) == ["acme"] && list.defaultName == nil && list.problems.isEmpty)
  }

  @Test(
    "A comment that would go with a change keeps the change from being made",
    arguments: [
      ("profiles: {\n  # mine\n}\n", nil),
      ("default:\n  # why\n  a\nprofiles:\n  a:\n    environment: built-in\n", "a"),
    ])
  func comments(text: String, removed: String?) throws {
    folder.write(text, to: "profiles.yaml")
    #expect(throws: ConfigurationError.self) {
      try store.apply(try removed.map { .remove(name: $0) } ?? .add(made("new"), secret: nil))
    }
    #expect(folder.text("profiles.yaml") == text)
  }

  @Test("A file that has no room for more is left as it is")
  func full() throws {
    let text = "profiles:\n" + String(repeating: "#", count: 1_048_560) + "\n"
    folder.write(text, to: "profiles.yaml")
    #expect(throws: ConfigurationError.self) { try store.apply(.add(made("a"), secret: nil)) }
    #expect(folder.text("profiles.yaml") == text)
  }
}

extension ArraySlice<UInt8> {
  /// Without the line end, which the last line of a file may get or lack.
  fileprivate var trimmed: Self {
    var slice = self
    while let last = slice.last, last == 0x0A || last == 0x0D { slice.removeLast() }
    return slice
  }
}
