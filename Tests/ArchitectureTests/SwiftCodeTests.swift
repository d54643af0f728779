import Testing

@Suite("Code without comments and strings")
struct SwiftCodeTests {
  @Test(
    "What is a comment or a string goes, lines stay, and interpolations are code",
    arguments: [
      ("let a = 1  // of Other\nlet b = 2", "let a = 1  \nlet b = 2"),
      ("/* Other /* Inner */ Other */ let a = 1", " let a = 1"),
      (#"print("Other")"#, "print( )"), (#"print("a \" Other", A)"#, "print( , A)"),
      (#"print("\(A.b(1)) Other")"#, "print( A.b(1) )"),
      (#"print("\(list.map { "\($0.x) Other" }) // Other")"#, "print( list.map {  $0.x  } )"),
      ("print(#\"\" Other \\(Other) \\#(A)\"#)", "print( A )"),
      ("let a = \"\"\"\n  \"Other\" // Other\n  \\(A)\n  \"\"\"\nlet b = 1", "let a =  A \nlet b = 1"),
      ("let a = \"not closed\nlet b = 1", "let a =  \nlet b = 1"),
    ])
  func stripping(text: String, code: String) {
    #expect(SwiftCode(text).text == code)
  }
}
