import Foundation
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
    #expect(clipboard.tool?.first == name.map { "/tools/\($0)" })
  }

  @Test("a program gets the whole text, and how it ended is told")
  func program() async throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "åäö\n", count: 100_000)
    #expect(await ChildProgram.run(["/bin/sh", "-c", "cat > \(folder.path)/text"], input: Array(text.utf8)))
    #expect(try String(contentsOfFile: "\(folder.path)/text", encoding: .utf8) == text)
    #expect(await !ChildProgram.run(["/bin/false"], input: [1]))
    #expect(await !ChildProgram.run(["/nowhere"], input: []))
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
