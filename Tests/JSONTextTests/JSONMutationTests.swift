import TestRandomness
import Testing

@Suite struct JSONMutationTests {
  private static let seeds = [
    #"{"a":[1,2.5e-3,{"b":"c\u00e9\ud83d\ude00\n","b":[]},true,false,null],"x y":{"":{"é":-0}}}"#,
    "\u{FEFF}[[[[[]]]],[{}],\"\",12345678901234567890]",
    "$.a[0]..b['x y',\"z\\u0041\"][1:-1:2,*][?@.a==1 || !(@['b']!='c') && @..*]",
    "$[?length(@.a)>=2 && count(@..*)<1e3 || match(@.b,'[a-c\\\\p{Lu}]+(x|y){1,3}') && value(@..c)==null]",
    "$..[?search(@,$.a)].a\n[\"abc\",{\"a\":\"b\"},{\"a\":[{\"a\":1}]}]",
  ].map { Array($0.utf8) }
  /// What random bytes hardly ever are, but what the grammars are made of.
  private static let pieces = [
    "$", "@", "..", "[?", "]", "[", "{", "}", "(", ")", "'", "\"", "\\u", "\\ud800", "\\udc00", "==", "<", "&&", "||",
    "!",
    "*", ":", "-1", "0", "1e9", "9007199254740992", ",", ".a", "count(", "match(", "null", "true", " ", "\n",
    "\u{FEFF}", "é",
  ].map { Array($0.utf8) }

  @Test("whatever is changed in documents and queries, what holds for all of them holds") func mutations() {
    var random = SeededGenerator(seed: 9535)
    for _ in 0..<1500 {
      var bytes = Self.seeds.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...6, using: &random) { Self.change(&bytes, using: &random) }
      let broken = JSONInvariants(bytes: bytes, maximumPaths: 10).broken()
      #expect(broken == nil, "\(bytes)")
    }
  }

  private static func change(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = min(start + Int.random(in: 0...8, using: &random), bytes.count)
    let insertion: [UInt8] =
      switch Int.random(in: 0..<5, using: &random) {
      case 0: []
      case 1: [UInt8.random(in: 0...255, using: &random)]
      case 2: Array(bytes[start..<end]) + bytes[start..<end]
      default: pieces.randomElement(using: &random) ?? []
      }
    bytes.replaceSubrange(start..<end, with: insertion)
  }
}
