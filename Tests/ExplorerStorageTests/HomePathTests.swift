import Testing

@testable import ExplorerStorage

@Suite("Paths as people write them")
struct HomePathTests {
  @Test(
    "~ and what begins with ~/ lie in the home folder; nothing else has that meaning",
    arguments: [
      ("~", "/home/a"), ("~/", "/home/a/"), ("~/x", "/home/a/x"), ("~//x", "/home/a//x"), ("~bob/x", "~bob/x"),
      ("~x", "~x"), ("x/~/y", "x/~/y"), ("/~/x", "/~/x"), ("", ""), ("-", "-"),
    ])
  func home(path: String, expanded: String) {
    #expect(HomePath.expanded(path, home: "/home/a") == expanded)
  }

  @Test("Without a usable HOME it is the account's", arguments: [nil, "", "relative", "~"])
  func withoutVariable(home: String?) {
    #expect(HomePath.expanded("~/x", home: home, accountHome: { "/home/account" }) == "/home/account/x")
    #expect(HomePath.expanded("x", home: home, accountHome: { "/home/account" }) == "x")
  }

  @Test("What is neither absolute nor in the home folder begins at a folder")
  func located() {
    for path in ["/x", "~", "~/x"] { #expect(HomePath.located(path, in: "/etc/opx") == path) }
    for path in ["x", "./x", "../x", "~bob/x"] { #expect(HomePath.located(path, in: "/etc/opx") == "/etc/opx/\(path)") }
  }

  @Test("Every setting that names a file is read like that: from its own folder in the file, from the working one else")
  func settings() throws {
    let names: [(Setting, String)] = [(.caFile, "ca_file"), (.clientCert, "client_cert"), (.clientKey, "client_key")]
    let environment = ["HOME": "/home/a"]
    for (setting, name) in names {
      for (path, inFile, elsewhere) in [
        ("x.pem", "/cfg/opx/x.pem", "x.pem"), ("~/x.pem", "/home/a/x.pem", "/home/a/x.pem"), ("/x", "/x", "/x"),
      ] {
        let file = try SettingsFile.parse("\(name): \(path)", path: "/cfg/opx/config.yaml")
        #expect(Settings(options: [:], environment: environment, file: file)[setting] == inFile)
        #expect(Settings(options: [setting: path], environment: environment, file: file)[setting] == elsewhere)
        let variable = environment.merging([setting.variable: path]) { $1 }
        #expect(Settings(options: [:], environment: variable, file: file)[setting] == elsewhere)
      }
    }
  }
}
