import OpenPayments
import Testing

@Suite("Request targets")
struct RequestTargetTests {
  @Test(
    "taken apart and put together it is the same, byte for byte",
    arguments: ["/a", "/a?b=c", "/a?b=c&d&e=&=f", "/a?b=%C3%A5+%2B=x", "/a?x=1?2", ""])
  func same(text: String) { #expect(RequestTarget(text).text == text) }

  @Test(
    "a path with its query is encoded once, and only where no request line may hold it",
    arguments: [
      ("/x?filter[name]=a%20b", "/x?filter[name]=a%20b"), ("/a b?c d", "/a%20b?c%20d"), ("x", "/x"), ("", "/"),
      ("/%zz%", "/%zz%"), ("/a#b", "/a%23b"), ("/a\r\nX: y", "/a%0D%0AX:%20y"), ("/{å}|^`", "/%7B%C3%A5%7D%7C%5E%60"),
      ("/../%2e/?", "/../%2e/?"),
    ])
  func whole(text: String, sent: String) {
    #expect(RequestTarget.encoded(text) == sent)
    #expect(RequestTarget.encoded(sent) == sent)
  }

  @Test("what would end a name, a value or the path is encoded, and what no request line may hold")
  func encoded() {
    var target = RequestTarget("/a b")
    target.query = [.init(name: "n&=", value: "v&=å#\n"), .init(encoding: "a b", value: "1,2+%")]
    #expect(target.text == "/a%20b?n%26%3D=v%26=%C3%A5%23%0A&a%20b=1,2%2B%25")
    target.path = "/what?"
    target.query = []
    #expect(target.text == "/what%3F")
  }

  @Test(
    "decoded it reads as it was meant; what is no code stays",
    arguments: [("%C3%A5", "å"), ("%", "%"), ("%4", "%4"), ("%zz%41", "%zzA"), ("a+b", "a+b"), ("%+1", "%+1")])
  func decoded(text: String, meant: String) {
    #expect(RequestTarget.Item(name: text, value: nil).decoded.name == meant)
  }
}
