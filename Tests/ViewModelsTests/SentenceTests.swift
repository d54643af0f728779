import Testing

@testable import ViewModels

@Suite("Sentences name keys by what they do")
struct SentenceTests {
  private let keys = CommandKeys(
    [:],
    names: [
      .refresh: [.init("r", in: [.columns]), .init("<C-r>", in: [.guide])], .complete: [], .find: [.init("F3")],
    ])

  @Test("A key is the one of the context that is named, else the first there is")
  func contexts() {
    let texts: [(Sentence, String)] = [
      ("\(key: .refresh) asks again.", "r asks again."), ("\(key: .refresh, in: .guide)", "<C-r>"),
      ("\(key: .refresh, in: .token)", "r"), ("No \(1 + 1) without \(key: .find)", "No 2 without F3"),
    ]
    for (sentence, text) in texts { #expect(sentence.text(keys) == text) }
  }

  @Test("Without a key a command has its name, to be typed after the colon, or its title where it can't be")
  func names() {
    let sentence: Sentence = "\(key: .copyCurl), \(key: .moveDown), \(key: .complete)"
    #expect(sentence.text(keys) == ":copy-curl, down, complete")
  }

  @Test("What only a command allows is said where there is a way to give it")
  func offers() {
    let sentence: Sentence = "No.\(with: .complete, " \(key: .complete) helps.")\(with: .find, " \(key: .find) finds.")"
    #expect(sentence.text(keys) == "No. F3 finds.")
  }

  @Test("Sentences in sentences are one, and equal what is written in one piece")
  func parts() {
    let end: Sentence = "and \(key: .find) \("finds")"
    let sentence: Sentence = "\("Nothing") here, \(end)."
    #expect(sentence == "Nothing here, and \(key: .find) finds.")
    #expect(sentence != "Nothing here, and F3 finds.")
    #expect(Sentence("").isEmpty && ("\("")" as Sentence).isEmpty && !sentence.isEmpty)
  }

  @Test("A line keeps its sentence until the keys are known")
  func lines() {
    let line = Line(sentence: "\(key: .find) finds.", .bad)
    #expect(line.spelled(keys) == Line("F3 finds.", .bad))
    #expect(Line("As it is", .good).spelled(keys) == Line("As it is", .good))
  }
}
