import FoundationEssentials
import HTTPTypes
import Testing

@testable import OpenPayments

/// What its name says is secret stays out of every URL, field and form.
@Suite("Secrets by their names")
struct SensitiveNameTests {
  private static let mask = Secret.mask

  @Test(
    "a parameter of a URL, wherever the URL stands, and user names",
    arguments: [
      ("/x?access_token=s&a=b", "/x?access_token=*&a=b"), ("/x?a=b&Client%5FSecret=s", "/x?a=b&Client%5FSecret=*"),
      ("https://a.test/cb#id_token=s&state=t", "https://a.test/cb#id_token=*&state=*"),
      ("https://a.test/cb?code=s#x", "https://a.test/cb?code=*#x"), ("/x?a=1;password=s", "/x?a=1;password=*"),
      (
        "<https://a.test/?token=s>; rel=next, </y?token=t>; rel=prev",
        "<https://a.test/?token=*>; rel=next, </y?token=*>; rel=prev"
      ),
      ("0; url=/x?code_verifier=s", "0; url=/x?code_verifier=*"),
      ("https://me:s@a.test/x@y", "https://*@a.test/x@y"), ("//me:s@a.test", "//*@a.test"),
      ("/x?to=https%3A%2F%2Fa.test%3Fcode%3Ds%26b%3D1&c=d", "/x?to=https%3A%2F%2Fa.test%3Fcode%3D*%26b%3D1&c=d"),
      ("/x?to=https%253A%252F%252Fa.test%253Fcode%253ds", "/x?to=https%253A%252F%252Fa.test%253Fcode%253d*"),
      ("/x?to=https%3a%2f%2fme:s@a.test", "/x?to=https%3a%2f%2f*@a.test"),
      ("/x?client_secret=s%26t=u", "/x?client_secret=*"), ("/x?token[]=s&token[0]=t", "/x?token[]=*&token[0]=*"),
      ("/x?client_assertion=\u{301}s&refresh_token=s=t", "/x?client_assertion=*&refresh_token=*"),
      ("/x?STATE=s&Code=t&assertion=u", "/x?STATE=*&Code=*&assertion=*"),
      ("/x?Client-Secret=s&clientSecret=t&x-token=u", "/x?Client-Secret=*&clientSecret=*&x-token=*"),
      ("/x?a[client_secret]=s&a[b][id-token][]=t", "/x?a[client_secret]=*&a[b][id-token][]=*"),
      ("/x?a%5bclient%5Fsecret%5D=s&token[\u{301}]=t", "/x?a%5bclient%5Fsecret%5D=*&token[\u{301}]=*"),
      ("/x?sig=s&signature=t&jwt=u&bearer=v&otp=w&pin=x", "/x?sig=*&signature=*&jwt=*&bearer=*&otp=*&pin=*"),
      ("/x?api_key=s&APIKEY=t&x-api-key=u&my_api-key=v", "/x?api_key=*&APIKEY=*&x-api-key=*&my_api-key=*"),
      ("/x?new_password=s&subscription-key=t", "/x?new_password=*&subscription-key=*"),
    ])
  func urls(text: String, masked: String) {
    #expect(ParameterMasking.masked(url: text) == masked.replacing("*", with: Self.mask))
  }

  @Test(
    "what the platform's own API asks for stays as it is, byte for byte",
    arguments: [
      "/psd2/aspspinformation/v1/cities?isoCountryCodes=SE,NO", "/x?a", "/x?a=&b=%2B+%zz&", "/x?codes=1&mystate=2",
      "https://a.test/x@y?mail=a@b.test",
      "/x?page_token_type=1&a[codes]=2&design=3&spin=4&signatures=5&statement=6", "/code=1/state=2", "/x?code",
      "/x?code=", "/a//b@c",
      "text/html; charset=utf-8",
      "max-age=3600", "Bearer error=\"invalid_token\"", "",
    ])
  func untouched(text: String) { #expect(ParameterMasking.masked(url: text) == text) }

  @Test(
    "a header field, however it is written and whatever stands before it",
    arguments: [
      "X-Client-Secret", "X-IBM-Client-Secret", "Ocp-Apim-Subscription-Key", "X-Auth-Token", "x_auth_token", "X-Token",
      "ApiKey", "Api-Key", "api_key", "X-API-Key", "X-Amz-Security-Token", "X-CSRF-Token", "X-Vault-Token", "Cookie",
      "Set-Cookie", "Authorization", "Proxy-Authorization", "DPoP", "X-Password", "Authentication-Info",
    ])
  func secretFields(name: String) throws {
    #expect(SensitiveNames.includes(header: try #require(HTTPField.Name(name))))
  }

  @Test(
    "fields that calls and answers are read by",
    arguments: [
      "Signature", "Digest", "X-Request-ID", "WWW-Authenticate", "Location", "Content-Type", "Retry-After", "Date",
      "State", "Code", "PSU-IP-Address", "TPP-Signature-Certificate", "Cookies-Allowed", "X-Token-Type",
    ])
  func openFields(name: String) throws {
    #expect(!SensitiveNames.includes(header: try #require(HTTPField.Name(name))))
  }

  @Test("a form, by its names alone; a value that ends in an encoded ampersand goes whole")
  func forms() {
    let body = "client_id=me&client_secret=a%26b#c;d e&Client_Assertion=x&scope=a+b&code=1&code_verifier=2&state=3"
    #expect(
      String(decoding: ParameterMasking.masked(form: Array(body.utf8)), as: UTF8.self)
        == "client_id=me&client_secret=*&Client_Assertion=*&scope=a+b&code=*&code_verifier=*&state=*"
        .replacing("*", with: Self.mask))
  }

  @Test("JSON that is sent: members at any depth")
  func json() {
    let body = #"{"name":"x","list":[{"password":"s","p":{"Client_Secret":["s"]}}],"token":null,"code":"A1"}"#
    #expect(
      String(decoding: SensitiveNames.masked(requestBody: Array(body.utf8)), as: UTF8.self)
        == #"{"name":"x","list":[{"password":"*","p":{"Client_Secret":"*"}}],"token":null,"code":"A1"}"#
        .replacing("*", with: Self.mask))
  }

  @Test("whatever a server or a caller puts into a URL or a field is recorded without it, and so it is in an archive")
  func recorded() async throws {
    let fields: HTTPFields = [
      .location: "https://me:leak@a.test/cb?code=leak&state=leak#id_token=leak", .contentLocation: "/x?token=leak",
      .init("Link")!: "<https://a.test/?access_token=leak>; rel=next", .setCookie: "a=leak", .contentType: "text/plain",
    ]
    let answer = StubAnswer("GET /x?Client%5FSecret=leak&a=b", status: 302, fields: fields, "")
    let fixture = try Fixture(.psd2, [.token(), answer])
    let sent: HTTPFields = [
      .referer: "https://a.test/?refresh_token=leak", .cookie: "b=leak", .init("X-API-Key")!: "leak",
    ]
    let exchange = try await fixture.client.get("/x?Client%5FSecret=leak&a=b", fields: sent)
    #expect(fixture.stub.requests.last?.request.headerFields[.cookie] == "b=leak")
    let heads = exchange.request.headerFields.map(\.value) + (exchange.response?.headerFields.map(\.value) ?? [])
    #expect(!(heads + [exchange.url, CallCode(exchange).curl]).joined().contains("leak"))
    #expect(exchange.url == "https://api.test/x?Client%5FSecret=\(Self.mask)&a=b")
    #expect(
      exchange.response?.headerFields[.location]
        == "https://*@a.test/cb?code=*&state=*#id_token=*".replacing("*", with: Self.mask))
    let careless = Exchange(
      id: UUID(number: 98), operation: .get, startedAt: exchange.startedAt,
      request: HTTPRequest(method: .get, scheme: "https", authority: "a", path: "/x?code=leak", headerFields: sent),
      requestBody: Array("code=leak&state=leak".utf8), response: HTTPResponse(status: .found, headerFields: fields),
      body: [], failure: nil, timings: .init(head: .zero, total: .zero), tokenExchange: nil)
    let archive = HTTPArchive([exchange, careless], creator: .init(name: "", version: "")).utf8()
    #expect(!String(decoding: archive, as: UTF8.self).contains("leak"))
  }
}
