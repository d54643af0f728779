import Foundation
import Glibc
import Testing
import ViewModels

@testable import opx

struct DesktopTests {
  @Test(
    "the clipboard's program is the desktop's, or tmux, or none",
    arguments: [
      (["WAYLAND_DISPLAY": "w", "DISPLAY": ":0"], "wl-copy"), (["DISPLAY": ":0", "TMUX": "t"], "xclip"),
      (["TMUX": "t"], "tmux"), (["DISPLAY": ""], nil), ([:], nil),
    ] as [([String: String], String?)])
  func tool(environment: [String: String], name: String?) {
    let all = environment.merging(["PATH": "/nowhere:/tools"]) { $1 }
    let clipboard = Clipboard(environment: all) { path in
      ["/tools/wl-copy", "/tools/xclip", "/tools/tmux"].contains(path)
    }
    #expect(clipboard.tools.first?.first == name.map { "/tools/\($0)" })
  }

  @Test("the text goes to the first of the clipboard's programs that takes it")
  func copy() async throws {
    let folder = try TemporaryFolder()
    let environment = ["WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "TMUX": "t", "PATH": folder.path]
    func tool(_ name: String, _ script: String) throws {
      try folder.write("#!/bin/sh\n\(script)\n", to: name)
      chmod("\(folder.path)/\(name)", 0o755)
    }
    let text = String(repeating: "åäö\n", count: 100_000)
    #expect(await Clipboard(environment: environment).copy(text) == .noTool)
    try tool("wl-copy", "exit 0")
    #expect(await Clipboard(environment: environment).copy("x") == .toolFailed("wl-copy"))
    try tool("xclip", "cat > /dev/null; exit 1")
    #expect(await Clipboard(environment: environment).copy(text) == .toolFailed("wl-copy and xclip"))
    try tool("tmux", "/bin/cat > \(folder.path)/text; /bin/sleep 20 &")
    #expect(await Clipboard(environment: environment).copy(text) == .tool("tmux"))
    #expect(try String(contentsOfFile: "\(folder.path)/text", encoding: .utf8) == text)
  }

  @Test("a saved file is written whole, and never in place of another")
  func saved() throws {
    let folder = try TemporaryFolder()
    #expect(SavedFile.write([1, 2, 3], to: "~/body.bin", home: folder.path) == nil)
    #expect(SavedFile.write([4], to: "\(folder.path)/body.bin", home: nil) == "a file of that name is there already")
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/body.bin")) == Data([1, 2, 3]))
    #expect(SavedFile.write([4], to: "\(folder.path)/no/such", home: nil) == "No such file or directory")
  }
}
