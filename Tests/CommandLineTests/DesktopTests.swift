import Foundation
import Glibc
import Testing
import ViewModels

@testable import opx

@Suite(.timeLimit(.minutes(2)))
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

  @Test("a clipboard's program that hangs ends with the explorer", .timeLimit(.minutes(1)))
  func hung() async throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo("\(folder.path)/begun", 0o600) == 0)
    try folder.write("#!/bin/sh\necho $$ > \(folder.path)/begun\nexec /bin/sleep 600\n", to: "wl-copy")
    chmod("\(folder.path)/wl-copy", 0o755)
    let clipboard = Clipboard(environment: ["WAYLAND_DISPLAY": "w", "PATH": folder.path])
    async let outcome = clipboard.copy("x")
    // Waits until the program is there.
    let text = await onThread { FileHandle(forReadingAtPath: "\(folder.path)/begun")?.readDataToEndOfFile() ?? Data() }
    await onThread { clipboard.end() }
    let number = try #require(pid_t(String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines)))
    #expect(kill(number, 0) == -1 && errno == ESRCH)
    #expect(await outcome == .toolFailed("wl-copy"))
  }

  @Test("a saved file is written whole, and never in place of another")
  func saved() throws {
    let folder = try TemporaryFolder()
    #expect(SavedFile.write([1, 2, 3], to: "~/body.bin", home: folder.path) == nil)
    #expect(SavedFile.write([4], to: "\(folder.path)/body.bin", home: nil) == "a file of that name is there already")
    #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/body.bin")) == Data([1, 2, 3]))
    #expect(SavedFile.write([4], to: "\(folder.path)/no/such", home: nil) == "there is no such folder")
    #expect(try mode("\(folder.path)/body.bin") == 0o600)
  }

  @Test("nothing that has the name is written to, whatever it is, and nothing else is left behind")
  func savedOverNothing() throws {
    let folder = try TemporaryFolder()
    let names = ["link", "dangling", "folder", "fifo"]
    try folder.write("theirs", to: "target")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/link", withDestinationPath: "target")
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/dangling", withDestinationPath: "nowhere")
    try FileManager.default.createDirectory(atPath: "\(folder.path)/folder", withIntermediateDirectories: false)
    #expect(mkfifo("\(folder.path)/fifo", 0o600) == 0)
    let reasons = names.map { SavedFile.write([4], to: "\(folder.path)/\($0)", home: nil) }
    let there = "of that name is there already"
    #expect(reasons == ["a link \(there)", "a link \(there)", "that is a folder", "a file \(there)"])
    let long = String(repeating: "n", count: 300)
    #expect(SavedFile.write([4], to: "\(folder.path)/\(long)", home: nil) == "File name too long")
    #expect(SavedFile.write([4], to: "\(folder.path)/new/", home: nil) == "that is a folder")
    #expect(SavedFile.write([4], to: "/dev/full", home: nil) == "a file \(there)")
    #expect(try String(contentsOfFile: "\(folder.path)/target", encoding: .utf8) == "theirs")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == (names + ["target"]).sorted())
  }

  @Test("of two that save under one name at once, one does, and its file is whole")
  func savedAtOnce() async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/calls.har"
    let saved = await withTaskGroup(of: UInt8?.self) { group in
      for number in UInt8(0)..<16 {
        group.addTask {
          SavedFile.write([UInt8](repeating: number, count: 300_000), to: path, home: nil) == nil ? number : nil
        }
      }
      return await group.reduce(into: [UInt8]()) { if let number = $1 { $0.append(number) } }
    }
    #expect(saved.count == 1)
    #expect(
      try Array(Data(contentsOf: URL(fileURLWithPath: path))) == [UInt8](repeating: saved.first ?? 0, count: 300_000))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["calls.har"])
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
