import JSONText
import Testing

@Suite struct PathPatternTests {
  /// Whether a text matches a pattern, both read from a document so that nothing has to be quoted twice.
  private func isMatch(_ function: String, _ text: String, _ pattern: String) throws -> Bool {
    let document = JSONDocument(JSONOutput.members(["t": .string(text), "p": .string(pattern)]).utf8())
    return try !JSONPath("$[?\(function)($.t,$.p)]").matches(in: #require(document.root)).isEmpty
  }

  @Test(
    "a pattern matches whole texts",
    arguments: [
      ("", [""], ["a"]), ("a", ["a"], ["", "b", "aa", "A"]), ("abc", ["abc"], ["ab", "abcd"]),
      ("a|b", ["a", "b"], ["ab"]),
      ("a|", ["a", ""], ["b"]), ("|||", [""], ["|"]), ("(ab|c)d", ["abd", "cd"], ["abcd", "d"]), ("()", [""], ["a"]),
      ("a*", ["", "a", "aaaa"], ["b", "ab"]), ("a+", ["a", "aa"], [""]), ("a?", ["", "a"], ["aa"]),
      ("a{2}", ["aa"], ["a", "aaa"]), ("a{2,}", ["aa", "aaaaa"], ["a"]), ("a{1,3}", ["a", "aa", "aaa"], ["", "aaaa"]),
      ("a{0}", [""], ["a"]), ("a{0,0}b", ["b"], ["ab"]), ("(ab){2,3}", ["abab", "ababab"], ["ab", "aba"]),
      ("(a*)*", ["", "aaa"], ["b"]), ("(a|b?)+c", ["c", "abc", "bbc"], ["ac "]), ("(a{2}){2}", ["aaaa"], ["aaa"]),
      (".", ["a", "\u{1F600}", "\u{2028}", "\u{85}", "\t"], ["", "\n", "\r", "ab"]), ("..", ["\u{1F600}a"], ["é"]),
      ("a.b", ["a\u{10101}b"], ["ab", "a\nb"]), ("-,:;<=>@#!\"%&'/_`~", ["-,:;<=>@#!\"%&'/_`~"], [""]),
      (#"\(\)\*\+\-\.\?\[\\\]\^\{\|\}"#, [#"()*+-.?[\]^{|}"#], [""]), (#"\n\r\t"#, ["\n\r\t"], ["nrt"]),
      ("å\u{1F600}", ["å\u{1F600}"], ["a\u{30A}\u{1F600}"]), ("^a$", ["a"], ["^a$"]), ("a^b", [], ["ab", "a^b"]),
      (#"\^[$]"#, ["^$"], [""]), ("(^a|b)*", ["a", "abb", "b"], ["ba"]),
    ] as [(String, [String], [String])])
  func patterns(pattern: String, matching: [String], others: [String]) throws {
    for text in matching {
      #expect(try isMatch("match", text, pattern), "\(text)")
      #expect(try isMatch("search", text, pattern), "\(text)")
    }
    for text in others { #expect(try !isMatch("match", text, pattern), "\(text)") }
  }

  @Test(
    "classes hold what is listed in them",
    arguments: [
      ("[abc]", "abc", "dA-"), ("[a-cx-z]", "abcxyz", "dw-"), ("[^a-c]", "dA\n-", "abc"), ("[-a]", "-a", "b"),
      ("[a-]", "a-", "b"), ("[^-]", "a^", "-"), ("[-]", "-", "a"), ("[--]", "-", "a"), ("[a-c-]", "abc-", "d"),
      (#"[\-\]\[\\\^]"#, "-][\\^", "a"), ("[.*+?(){}|$]", ".*+?(){}|$", "a"), ("[a^]", "a^", "b"),
      (#"[\n-\r]"#, "\n\r\u{B}", "a"),
      ("[\u{1F600}-\u{1F64F}]", "\u{1F600}\u{1F64F}\u{1F620}", "a\u{1F650}"), ("[a-aa]", "a", "b"),
      ("[c-za-d]", "abcdz", "A"),
      (#"[\p{Lu}0-9]"#, "AÅŽ0", "aå "), (#"[^\p{L}]"#, "1 -", "aÅ"), (#"[\P{L}x]"#, "1x", "a"),
    ])
  func classes(pattern: String, members: String, others: String) throws {
    for scalar in members.unicodeScalars { #expect(try isMatch("match", String(scalar), pattern), "\(scalar)") }
    for scalar in others.unicodeScalars { #expect(try !isMatch("match", String(scalar), pattern), "\(scalar)") }
  }

  @Test(
    "categories of Unicode have their members",
    arguments: [
      ("L", "aAǅʰªж", "1"), ("Lu", "AЖ", "aǅ"), ("Ll", "aж", "A"), ("Lt", "ǅ", "A"), ("Lm", "ʰ", "a"),
      ("Lo", "ªא", "a"),
      ("M", "\u{301}\u{903}\u{20DD}", "a"), ("Mn", "\u{301}", "\u{903}"), ("Mc", "\u{903}", "\u{301}"),
      ("Me", "\u{20DD}", "\u{301}"), ("N", "1Ⅷ½", "a"), ("Nd", "1٣", "½"), ("Nl", "Ⅷ", "1"), ("No", "½²", "1"),
      ("P", "_-()«»!", "a+"), ("Pc", "_", "-"), ("Pd", "-–", "_"), ("Ps", "([", ")"), ("Pe", ")]", "("),
      ("Pi", "«", "»"),
      ("Pf", "»", "«"), ("Po", "!.", "-"), ("Z", " \u{2028}\u{2029}\u{A0}", "a\t"), ("Zs", " \u{A0}", "\u{2028}"),
      ("Zl", "\u{2028}", "\u{2029}"), ("Zp", "\u{2029}", "\u{2028}"), ("S", "+$^©", "a"), ("Sm", "+<", "$"),
      ("Sc", "$€", "+"), ("Sk", "^`", "+"), ("So", "©\u{1F600}", "+"), ("C", "\n\u{AD}\u{E000}\u{378}", "a"),
      ("Cc", "\n\u{85}", "\u{AD}"), ("Cf", "\u{AD}\u{200B}", "\n"), ("Co", "\u{E000}", "\n"), ("Cn", "\u{378}", "a"),
    ])
  func categories(name: String, members: String, others: String) throws {
    for scalar in members.unicodeScalars {
      #expect(try isMatch("match", String(scalar), "\\p{\(name)}"), "\(scalar)")
      #expect(try !isMatch("match", String(scalar), "\\P{\(name)}"), "\(scalar)")
    }
    for scalar in others.unicodeScalars {
      #expect(try !isMatch("match", String(scalar), "\\p{\(name)}"), "\(scalar)")
      #expect(try isMatch("match", String(scalar), "\\P{\(name)}"), "\(scalar)")
    }
  }

  @Test(
    "search looks for the pattern anywhere",
    arguments: [
      ("xabcx", "abc", true), ("abc", "", true), ("", "", true), ("", "a", false), ("aab", "ab", true),
      ("abab", "abb", false),
      ("abc", "^abc$", true), ("xabc", "^abc", false), ("xabc", "abc$", true), ("abcx", "abc$", false),
      ("ab", "c*$", true),
      ("a\nb", "^b", false), ("a\nb", "a$", false), ("mississippi", "(iss){2}", true), ("mississippi", "s{3}", false),
    ])
  func search(text: String, pattern: String, expected: Bool) throws {
    #expect(try isMatch("search", text, pattern) == expected)
  }

  @Test(
    "what is no pattern matches nothing",
    arguments: [
      "(", ")", "a)", "(a", "*", "+a", "?", "a**", "a+?", "a{", "a{1", "a{,2}", "a{2,1}", "a{a}", "{1}", "a}", "]", "[",
      "[]", "[^]", "[a", "[a-", "[b-a]", "[a--]", "[a-z-9]", "[[]", "[a[]", #"[a-\p{L}]"#, #"[\d]"#, "[a&&b]x[",
      #"\"#, #"\d"#, #"\w"#, #"\s"#, #"\b"#, #"\$"#, #"\/"#, #"\u0041"#, #"\p"#, #"\pL"#, #"\p{"#, #"\p{}"#, #"\p{Xx}"#,
      #"\p{Cs}"#, #"\p{lu}"#, #"\p{Lu"#, #"\p{IsGreek}"#, "(?:a)", "(?i)a",
    ])
  func malformed(pattern: String) throws {
    for text in ["", "a", "d", pattern] {
      #expect(try !isMatch("match", text, pattern))
      #expect(try !isMatch("search", text, pattern))
    }
  }

  @Test("a literal that is no pattern matches nothing; one too large is refused") func literals() throws {
    #expect(try selection("$[?match(@,'(')]", in: #"["("]"#) == [])
    #expect(throws: JSONPathError(offset: 11, reason: .patternTooLarge)) { try JSONPath("$[?match(@,'a{9999}')]") }
    #expect(try selection("$[?match(@,'a{9}')]", in: #"["aaaaaaaaa","a"]"#) == [#""aaaaaaaaa""#])
  }

  @Test(
    "hostile patterns neither hang nor grow",
    arguments: [
      "a{1000000000}", "a{99999999999999999999}", "(){1000000000}", "((){1000000}){1000000}", "(((a{99}){99}){99}){99}",
      "(a|b{0,999999999})*", "((a*)*)*b", "(a|a)*b", "(a?){500}a{500}b", "(x+x+)+y", "(.*)*(.*)*(.*)*x",
      String(repeating: "(", count: 100_000), String(repeating: "(", count: 1000) + String(repeating: ")", count: 1000),
      String(repeating: "a|", count: 100_000), String(repeating: "[", count: 100_000),
      "[" + String(repeating: "a-z", count: 10_000) + "]{1000}b", String(repeating: "^", count: 1900) + "b",
    ])
  func hostile(pattern: String) throws {
    let text = String(repeating: "a", count: 2000)
    #expect(try !isMatch("match", text, pattern))
  }
}
