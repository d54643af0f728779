import Foundation
import Screens
import ShippedThemes
import Terminal
import Testing

struct ThemeTests {
  private func shipped(_ name: String) throws -> Theme {
    let yaml = try #require(ShippedThemes.all.first { $0.name == name }?.yaml)
    return try Theme(yaml: String(decoding: yaml, as: UTF8.self))
  }

  @Test("Every theme in the folder is compiled in as it is, under its own name")
  func shippedThemes() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Themes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".yaml") }
    #expect(Set(files) == Set(ShippedThemes.all.map { "\($0.name).yaml" }))
    for (name, yaml) in ShippedThemes.all {
      #expect(try Array(Data(contentsOf: folder.appending(path: "\(name).yaml"))) == yaml)
      #expect(try shipped(name).name == name)
    }
  }

  @Test("In colour every role has one, and what must stand out does", arguments: ["dark", "light"])
  func colours(name: String) throws {
    let theme = try shipped(name)
    for role in ThemeRole.allCases { #expect(theme[role].foreground != .default, "\(role.rawValue)") }
    try expectDistinct(theme)
    #expect(theme[.headerWarning] != theme[.headerGood])
    #expect(theme[.headerBad] != theme[.headerGood])
  }

  @Test("Monochrome uses no colour, and what must stand out does")
  func monochrome() throws {
    let theme = try shipped("monochrome")
    for role in ThemeRole.allCases {
      #expect(theme[role].foreground == .default)
      #expect(theme[role].background == .default)
    }
    try expectDistinct(theme)
    for role in [ThemeRole.added, .removed, .changed, .moved] {
      #expect(!theme[role].attributes.contains(.underline), "it would run across the screen")
    }
  }

  private func expectDistinct(_ theme: Theme) throws {
    let pairs: [(ThemeRole, ThemeRole)] = [
      (.selection, .text), (.idleSelection, .text), (.selection, .idleSelection), (.focusedBorder, .border),
      (.focusedTitle, .title), (.match, .text), (.bad, .text), (.activeTab, .tab), (.headerSandbox, .header),
      (.footerKey, .footer), (.key, .string), (.overlayKey, .overlay),
      (.added, .text), (.removed, .text), (.changed, .text), (.added, .removed), (.changed, .added),
      (.changed, .removed), (.moved, .text),
    ]
    for (one, other) in pairs { #expect(theme[one] != theme[other], "\(theme.name): \(one) and \(other)") }
  }

  @Test("A style is read in full")
  func styles() throws {
    let theme = try Theme(
      yaml: """
        name: mine
        styles:
          text: "#0a0B0c on 7 bold dim italic underline reverse"
          muted: 200
          border: "default on #ffffff"
        """)
    #expect(
      theme[.text]
        == Style(
          foreground: .rgb(10, 11, 12), background: .palette(7),
          attributes: [.bold, .dim, .italic, .underline, .reverse]))
    #expect(
      theme[.muted] == Style(foreground: .palette(200), background: .palette(7)), "the background is that of text")
    #expect(theme[.border] == Style(background: .rgb(255, 255, 255)))
  }

  @Test("A missing role takes the style of the part before its last dot, then that of text")
  func fallback() throws {
    let theme = try Theme(yaml: "name: mine\nstyles:\n  text: 1\n  header: 2\n  header.bad: 3\n")
    #expect(theme[.headerBad] == Style(foreground: .palette(3)))
    #expect(theme[.headerGood] == Style(foreground: .palette(2)))
    #expect(theme[.key] == Style(foreground: .palette(1)))
    #expect(try Theme(yaml: "name: mine\nstyles: {}\n")[.bad] == .plain)
  }

  @Test(
    "A mistake is named with its line and role",
    arguments: [
      ("name: x\nstyles:\n  text: 1\n  nosuch: 2\n", 4, "nosuch"), ("name: x\nstyles:\n  text: red\n", 3, "text"),
      ("name: x\nstyles:\n  text: \"#12345\"\n", 3, "text"), ("name: x\nstyles:\n  text: 1 on\n", 3, "text"),
      ("name: x\nstyles:\n  text: 256\n", 3, "text"), ("name: x\nstyles:\n  text: 1 blink\n", 3, "text"),
      ("name: x\nstyles:\n  text: [1]\n", 3, "text"), ("name: x\nstyles:\n  text: \"#+12345\"\n", 3, "text"),
      ("name: x\nstyles:\n  text: \"\"\n", 3, "text"),
    ])
  func mistakes(yaml: String, line: Int, role: String) throws {
    let error = #expect(throws: ThemeError.self) { try Theme(yaml: yaml) }
    #expect(error?.line == line)
    #expect(error?.description.contains(role) == true)
    #expect(error?.description.contains("line \(line)") == true)
  }

  @Test(
    "What is no theme at all is refused", arguments: ["", "name: x", "styles: {}", "- 1", "name: [", "\u{0}", "a: *b"])
  func noTheme(yaml: String) {
    #expect(throws: ThemeError.self) { try Theme(yaml: yaml) }
  }
}
