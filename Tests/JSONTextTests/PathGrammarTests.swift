import JSONText
import Testing

@Suite struct PathGrammarTests {
  @Test(
    "queries of every form are read",
    arguments: [
      "$", "$.a", "$._a1", "$.é\u{1F600}", "$.a.b.c", "$..a", "$.*", "$..*", "$..[*]", "$['a']", #"$["a"]"#, "$['']",
      "$[0]", "$[-1]", "$[9007199254740991]", "$[-9007199254740991]", "$[:]", "$[::]", "$[1:2:3]", "$[-3:-1:-1]",
      "$[::-9007199254740991]", "$['a',\"b\",0,-1,1:2,*,?@.a]", "$[?@]", "$[?$]", "$[?@.a]", "$[?!@.a]", "$[?! @.a]",
      "$[?(@.a)]", "$[?!(@.a)]", "$[?((@.a))]", "$[?@.a||@.b&&!@.c]", "$[?@.a==1]", "$[?1==1]", "$[?@.a!='b']",
      "$[?@<1]", "$[?@<=1]", "$[?@>1]", "$[?@>=1]", "$[?@.a==@['b'][0]]", "$[?$.a.b==@]", "$[?@==true]",
      "$[?@==false]", "$[?null==@]", "$[?@[?@.a==1]]", "$[?@..a]", "$[?count(@.*)>1]", "$[?length(@)==length('a')]",
      "$[?match(@,'a')]", "$[?!search(@.a,$.b)]", "$[?value(@..a)==1]", "$[?length(value(@.*))>1]", "$.length",
      "$.true.null", "$[?@.count==1]",
    ])
  func valid(text: String) throws {
    #expect(try JSONPath(text).text == text)
  }

  @Test(
    "blanks may stand between segments, in brackets, filters and calls",
    arguments: [
      "$ .a", "$\n.a\t['b']\r..c", "$[ 'a' , 0 ]", "$[\t1 : 2 : 3\n]", "$[ : ]", "$[ 1 :: 2 ]", "$[ ? @.a ]",
      "$[?\n@ .a ['b']]", "$[?@.a == 1 ]", "$[? ( @.a ) ]", "$[?! ( @.a )]", "$[? ! @.a && @.b || @.c ]",
      "$[?count( @.* )==1]", "$[?match( @ , 'a' ) ]",
    ])
  func blanks(text: String) throws {
    #expect(try JSONPath(text).text == text)
  }

  @Test(
    "numbers are written as in JSON", arguments: ["0", "-0", "1.50", "-1e5", "1E+05", "0.1e-7", "12345678901234567890"])
  func numbers(number: String) throws {
    #expect(throws: Never.self) { try JSONPath("$[?@==\(number)]") }
  }

  @Test(
    "what is no query is refused where it breaks",
    arguments: [
      ("", 0, .expectedRoot), ("a", 0, .expectedRoot), (" $", 0, .expectedRoot), ("@.a", 0, .expectedRoot),
      ("$ ", 1, .blankAtEnd), ("$.a\n", 3, .blankAtEnd), ("$a", 1, .expectedSegment), ("$.a b", 4, .expectedSegment),
      ("$[0]a", 4, .expectedSegment), ("$$", 1, .expectedSegment), ("$.a-b", 3, .expectedSegment),
      ("$.", 2, .expectedName), ("$..", 3, .expectedName), ("$...a", 3, .expectedName), ("$. a", 2, .expectedName),
      ("$.. a", 3, .expectedName), ("$.1a", 2, .expectedName), ("$.'a'", 2, .expectedName), ("$.[0]", 2, .expectedName),
      ("$[]", 2, .expectedSelector), ("$[", 2, .expectedSelector), ("$[a]", 2, .expectedSelector),
      ("$[,1]", 2, .expectedSelector), ("$[1,]", 4, .expectedSelector), ("$[+1]", 2, .expectedSelector),
      ("$[.5]", 2, .expectedSelector), ("$[0", 3, .expectedCommaOrBracket), ("$[1 2]", 4, .expectedCommaOrBracket),
      ("$[1.0]", 3, .expectedCommaOrBracket), ("$[1e1]", 3, .expectedCommaOrBracket),
      ("$['a'", 5, .expectedCommaOrBracket), ("$[1:2:3:4]", 7, .expectedCommaOrBracket),
      ("$[-]", 3, .expectedDigit), ("$[- 1]", 3, .expectedDigit), ("$[--1]", 3, .expectedDigit),
      ("$[01]", 2, .leadingZero), ("$[-01]", 3, .leadingZero), ("$[1:00]", 4, .leadingZero),
      ("$[-0]", 2, .negativeZero),
      ("$[::-0]", 4, .negativeZero), ("$[9007199254740992]", 2, .integerRange),
      ("$[:-9007199254740992]", 3, .integerRange), ("$[1:1:99999999999999999999]", 6, .integerRange),
    ] as [(String, Int, JSONPathError.Reason)])
  func invalidSegments(text: String, offset: Int, reason: JSONPathError.Reason) {
    #expect(throws: JSONPathError(offset: offset, reason: reason)) { try JSONPath(text) }
  }

  @Test(
    "names in quotes are refused where they break",
    arguments: [
      ("$['a", 4, .expectedQuote), ("$['a\"]", 6, .expectedQuote), (#"$['\']"#, 6, .expectedQuote),
      (#"$['\"#, 4, .expectedQuote), ("$['a\u{1F}']", 4, .controlCharacter), ("$['\n']", 3, .controlCharacter),
      (#"$['\"']"#, 3, .unknownEscape), (#"$["\'"]"#, 3, .unknownEscape), (#"$['\a']"#, 3, .unknownEscape),
      (#"$['\x41']"#, 3, .unknownEscape), (#"$['\U0041']"#, 3, .unknownEscape), (#"$['\u12']"#, 7, .expectedHexDigit),
      (#"$['\u{41}']"#, 5, .expectedHexDigit), (#"$['\ud800']"#, 3, .loneSurrogate),
      (#"$['\ud800a']"#, 3, .loneSurrogate), (#"$['a\udc00']"#, 4, .loneSurrogate),
      (#"$['\ud800\ud800']"#, 3, .loneSurrogate), (#"$['\ud800\u0041']"#, 3, .loneSurrogate),
      (#"$['\ud800\udc']"#, 13, .expectedHexDigit),
    ] as [(String, Int, JSONPathError.Reason)])
  func invalidNames(text: String, offset: Int, reason: JSONPathError.Reason) {
    #expect(throws: JSONPathError(offset: offset, reason: reason)) { try JSONPath(text) }
  }

  @Test(
    "filters are refused where they break",
    arguments: [
      ("$[?", 3, .expectedCondition), ("$[?]", 3, .expectedCondition), ("$[?()]", 4, .expectedCondition),
      ("$[?a]", 3, .expectedCondition), ("$[?tr", 5, .expectedCondition), ("$[?@.a&&]", 8, .expectedCondition),
      ("$[?||@.a]", 3, .expectedCondition), ("$[?!]", 4, .expectedCondition), ("$[?!!@.a]", 4, .expectedCondition),
      ("$[?==1]", 3, .expectedCondition), ("$[?@.a", 6, .expectedCommaOrBracket), ("$[?@.a=1]", 6, .singleEquals),
      ("$[?@.a===1]", 8, .expectedOperand), ("$[?@.a==]", 8, .expectedOperand), ("$[?@.a==True]", 8, .expectedOperand),
      ("$[?@.a==[1]]", 8, .expectedOperand), ("$[?@.a=={}]", 8, .expectedOperand), ("$[?@==(1)]", 6, .expectedOperand),
      ("$[?@==.5]", 6, .expectedOperand), ("$[?@.a&@.b]", 6, .expectedCommaOrBracket),
      ("$[?@.a|@.b]", 6, .expectedCommaOrBracket), ("$[?@.a=~'b']", 6, .singleEquals),
      ("$[?@.a<>1]", 7, .expectedOperand), ("$[?1==1==1]", 7, .expectedCommaOrBracket),
      ("$[?(@.a]", 7, .expectedParenthesis),
      ("$[?@.a)]", 6, .expectedCommaOrBracket), ("$[?(@.a)==1]", 8, .expectedCommaOrBracket),
      ("$[?true]", 3, .literalAlone), ("$[?'a'&&@.b]", 3, .literalAlone), ("$[?!1]", 4, .literalAlone),
      ("$[?1", 4, .expectedOperator), ("$[?!@.a==1]", 4, .comparisonAfterNot), ("$[?@.*==1]", 3, .notComparable),
      ("$[?1==@..a]", 6, .notComparable), ("$[?@[0,1]==1]", 3, .notComparable), ("$[?@[0:1]==1]", 3, .notComparable),
      ("$[?@[?@.a]==1]", 3, .notComparable), ("$[?$[*]==1]", 3, .notComparable), ("$[?@==01]", 6, .leadingZero),
      ("$[?@==1.]", 8, .expectedDigit), ("$[?@==1e]", 8, .expectedDigit), ("$[?@==-]", 7, .expectedDigit),
    ] as [(String, Int, JSONPathError.Reason)])
  func invalidFilters(text: String, offset: Int, reason: JSONPathError.Reason) {
    #expect(throws: JSONPathError(offset: offset, reason: reason)) { try JSONPath(text) }
  }

  @Test(
    "calls are refused where names, arguments or types are wrong",
    arguments: [
      ("$[?size(@)==1]", 3, .unknownFunction), ("$[?Length(@)==1]", 3, .expectedCondition),
      ("$[?length (@)==1]", 9, .expectedArguments), ("$[?1==length]", 12, .expectedArguments),
      ("$[?length()==1]", 10, .tooFewArguments), ("$[?match(@.a)]", 12, .tooFewArguments),
      ("$[?match(@.a,)]", 13, .tooFewArguments), ("$[?length(@,@)==1]", 11, .tooManyArguments),
      ("$[?count(@.a==1)==1]", 12, .tooManyArguments), ("$[?search(@,'a','b')]", 15, .tooManyArguments),
      ("$[?length(@.a", 13, .tooManyArguments), ("$[?length(@.*)==1]", 10, .expectedValueArgument),
      ("$[?length(match(@,'a'))==1]", 10, .expectedValueArgument), ("$[?length(!@)==1]", 10, .expectedValueArgument),
      ("$[?match(@..a,'a')]", 9, .expectedValueArgument), ("$[?count('a')==1]", 9, .expectedQueryArgument),
      ("$[?count(length(@))==1]", 9, .expectedQueryArgument), ("$[?value(1)==1]", 9, .expectedQueryArgument),
      ("$[?length(@)]", 3, .valueAlone), ("$[?!count(@.*)]", 4, .valueAlone), ("$[?length(@)", 12, .expectedOperator),
      ("$[?match(@,'a')==true]", 3, .resultNotComparable), ("$[?true!=search(@,'a')]", 9, .resultNotComparable),
    ] as [(String, Int, JSONPathError.Reason)])
  func invalidCalls(text: String, offset: Int, reason: JSONPathError.Reason) {
    #expect(throws: JSONPathError(offset: offset, reason: reason)) { try JSONPath(text) }
  }

  @Test("an error reads as a sentence with its place, which is counted in bytes") func description() {
    #expect(throws: JSONPathError(offset: 7, reason: .expectedName)) { try JSONPath("$.åä.") }
    #expect("\(JSONPathError(offset: 7, reason: .expectedName))" == "expected a name or * at byte 7")
  }

  @Test("queries are equal when they are written with the same scalars") func equality() throws {
    #expect(try JSONPath("$.é") == JSONPath("$.\u{E9}"))
    #expect(try JSONPath("$.\u{E9}") != JSONPath("$.e\u{301}"))
  }
}
