/// What is said on the screen in keys, said in words that can be typed.
enum PlainWords {
  private static let replacements = [
    ("m and a letter make one", "mark and a letter make one"), ("r tries again", "again tries again"),
    ("Tab reads all of it", "read-directory reads all of it"), ("Tab reads it", "read-directory reads it"),
    ("Tab completes, ? lists all.", "help lists what can be typed, opx keys all commands."),
    ("Tab offers more.", ""), ("s checks the signature", "check-signature checks the signature"),
    ("f finds anything in it", "find finds anything in it"), ("r asks again", "again asks again"),
    ("r makes it now", "again makes it now"), ("c lists the profiles", "profiles lists them"),
    ("y copies", "copy-value copies"), ("Esc cancels", "Ctrl-C cancels"),
    ("q in the lists quits without this question.", "quit quits without this question."),
  ]

  static func of(_ text: String) -> String {
    replacements.reduce(text) { text, pair in text.contains(pair.0) ? text.replacing(pair.0, with: pair.1) : text }
  }
}
