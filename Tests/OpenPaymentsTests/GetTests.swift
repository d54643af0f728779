import HTTPTypes
import OpenPayments
import Testing

@Suite("Any path by GET")
struct GetTests {
  @Test("the path goes out with the dialect's fields and those given; credentials stay the client's")
  func request() async throws {
    let fixture = try Fixture(.psd2, [.token(), StubAnswer("GET /psd2/a%20b/%C3%A5?q=1,2&r=%25", "{}")])
    let mine = try #require(HTTPField.Name("X-Mine"))
    let exchange = try await fixture.client.get(
      "psd2/a b/å?q=1,2&r=%25", fields: [.authorization: "Bearer other", .accept: "*/*", mine: "1"])
    #expect(exchange.operation == .get)
    #expect(
      fixture.stub.requests.last?.text == """
        GET https://api.test/psd2/a%20b/%C3%A5?q=1,2&r=%25
        Authorization: Bearer token-1
        Accept: */*
        X-Request-ID: 00000000-0000-4000-8000-000000000002
        X-Mine: 1
        """)
    fixture.stub.expectAllUsed()
  }

  @Test("an answer comes back whatever its status and form")
  func answers() async throws {
    let fixture = try Fixture.tryingOnce(.psd2, [.token(), StubAnswer("GET /nothing", status: 404, "<html>")])
    let exchange = try await fixture.client.get("/nothing")
    #expect(exchange.status == 404)
    #expect(exchange.body == Array("<html>".utf8))
  }

  @Test("its limit is its own")
  func limit() async throws {
    let fixture = try Fixture(.psd2, [.token(), StubAnswer("GET /long", "1")], bodyLimit: 1000)
    _ = try await fixture.client.get("/long", bodyLimit: 5)
    #expect(fixture.stub.requests.map(\.bodyLimit) == [1000, 5])
  }

  @Test("complete fields stand in place of the dialect's, a field may come twice, and an id is sent all the same")
  func completeFields() async throws {
    let fixture = try Fixture(.psd2, [.token(), StubAnswer("GET /x", "1"), StubAnswer("GET /x", "1")])
    let mine = try #require(HTTPField.Name("X-Mine"))
    let id = try #require(HTTPField.Name("X-Request-ID"))
    let host = try #require(HTTPField.Name("Host"))
    var fields: HTTPFields = [mine: "1", host: "other", .authorization: "Bearer other"]
    fields.append(HTTPField(name: mine, value: "2"))
    _ = try await fixture.client.get("/x", fields: fields, fieldsAreComplete: true)
    #expect(
      fixture.stub.requests.last?.text == """
        GET https://api.test/x
        Authorization: Bearer token-1
        X-Request-ID: 00000000-0000-4000-8000-000000000002
        X-Mine: 1
        X-Mine: 2
        """)
    _ = try await fixture.client.get("/x", fields: [id: "my own"], fieldsAreComplete: true)
    #expect(fixture.stub.requests.last?.request.headerFields[id] == "my own")
  }

  @Test("an exchange tells the error that it amounts to, in the platform's words; a good one tells none")
  func error() async throws {
    let refusal = #"{"tppMessages":[{"category":"ERROR","code":"FORMAT_ERROR","text":"no"}]}"#
    let fixture = try Fixture.tryingOnce(
      .psd2, [.token(), StubAnswer("GET /x", status: 400, refusal), StubAnswer("GET /x", "1")])
    let error = try #require(try await fixture.client.get("/x").error)
    #expect(error.kind == .rejected && error.words?.summary == "FORMAT_ERROR: no")
    #expect(try await fixture.client.get("/x").error == nil)
  }
}
