import Screens
import Testing
import ViewModels

@Suite("Where lines are read, sentences name what can be typed")
struct PlainKeysTests {
  @Test(
    "A command is named by the word that means it",
    arguments: [
      ("\(key: .refresh) asks again", "again asks again"), ("\(key: .setMark) and a letter", "mark and a letter"),
      ("\(key: .readDirectory) reads it", "read-directory reads it"), ("\(key: .quit) quits", "quit quits"),
      ("\(key: .cancel) cancels", "Ctrl-C cancels"), ("\(key: .confirm)/\(key: .decline)", "yes/no"),
      ("\(key: .forgetToken, in: .profiles) forgets it", "forget-token forgets it"),
      ("It is no place.\(with: .complete, " \(key: .complete) offers more.")", "It is no place."),
    ] as [(Sentence, String)])
  func words(sentence: Sentence, text: String) { #expect(sentence.text(.plain) == text) }
}
