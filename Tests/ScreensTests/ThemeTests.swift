import Foundation
import ShippedThemes
import Testing

@testable import Screens
@testable import Terminal

/// The themes that come with the program.
struct ShippedThemeTests {
  static let names = ThemeLibrary(shipped: ThemeSource.shipped).names
  static let colored = names.filter { !["monochrome", "terminal"].contains($0) }
  private let library = ThemeLibrary(shipped: ThemeSource.shipped)

  @Test("Every theme in the folder is compiled in as it is, and all but the template can be chosen")
  func shippedThemes() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Themes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".yaml") }
    #expect(Set(files) == Set(ShippedThemes.all.map { "\($0.name).yaml" }))
    for (name, yaml) in ShippedThemes.all {
      #expect(try Array(Data(contentsOf: folder.appending(path: "\(name).yaml"))) == yaml)
    }
    #expect(library.names + ["base16"] == ShippedThemes.all.map(\.name))
  }

  @Test("Nothing is wrong with it", arguments: names)
  func isFaultless(name: String) { #expect(library.theme(named: name).problems == []) }

  @Test("In colour every role has one, can be read, and what must stand out does", arguments: colored)
  func colours(name: String) throws {
    let theme = library.theme(named: name).theme
    let least: Float = name.hasPrefix("high-contrast") ? 7 : 4.5
    for role in ThemeRole.allCases {
      let text = try #require(theme[role].foreground.rgb, "\(role.name)")
      let ground = try #require(theme[role].background.rgb, "\(role.name)")
      let isLine = [ThemeRole.border, .focusedBorder, .overlayBorder].contains(role)
      #expect(text.contrast(with: ground) >= (isLine ? 3 : least), "\(role.name)")
    }
    expectDistinct(theme)
    #expect(theme[.headerWarning] != theme[.headerGood])
    #expect(theme[.headerBad] != theme[.headerGood])
    #expect(theme.variant == (name.hasSuffix("light") ? .light : .dark))
  }

  @Test("Without colours, what must stand out does", arguments: ["monochrome", "terminal"])
  func attributes(name: String) {
    let theme = library.theme(named: name).theme
    expectDistinct(theme)
    for role in [ThemeRole.added, .removed, .changed, .moved] {
      #expect(!theme[role].attributes.contains(.underline), "it would run across the screen")
    }
    guard name == "monochrome" else { return }
    for role in ThemeRole.allCases {
      #expect(theme[role].foreground == .default)
      #expect(theme[role].background == .default)
    }
  }

  @Test("Red-green blindness leaves good and bad apart", arguments: ["color-blind", "color-blind-light"])
  func colorBlind(name: String) throws {
    let theme = library.theme(named: name).theme
    let pairs: [(ThemeRole, ThemeRole)] = [(.good, .bad), (.added, .removed), (.headerGood, .headerBad)]
    for (one, other) in pairs {
      let first = try #require(theme[one].foreground.rgb)
      let second = try #require(theme[other].foreground.rgb)
      for blindness in [ColorBlindness.protanopia, .deuteranopia] {
        #expect(blindness.distance(first, second) > 0.15, "\(one) and \(other)")
      }
    }
  }

  @Test("With eight or sixteen colours the selected row still stands out", arguments: names)
  func fewColours(name: String) {
    for depth in [ColorDepth.ansi8, .ansi16] {
      let theme = library.theme(named: name).theme.fitted(to: depth)
      var palette = ColorPalette(depth: depth)
      func look(_ role: ThemeRole) -> [Int32] {
        let numbers = palette.numbers(for: theme[role])
        return [numbers.background, theme[role].attributes.intersection([.reverse, .underline]).rawValue == 0 ? 0 : 1]
      }
      #expect(look(.selection) != look(.text))
      #expect(look(.idleSelection) != look(.text))
    }
  }

  private func expectDistinct(_ theme: Theme) {
    let pairs: [(ThemeRole, ThemeRole)] = [
      (.selection, .text), (.idleSelection, .text), (.selection, .idleSelection), (.focusedBorder, .border),
      (.focusedTitle, .title), (.match, .text), (.bad, .text), (.activeTab, .tab), (.headerSandbox, .header),
      (.footerKey, .footer), (.key, .string), (.overlayKey, .overlay),
      (.added, .text), (.removed, .text), (.changed, .text), (.added, .removed), (.changed, .added),
      (.changed, .removed), (.moved, .text),
    ]
    for (one, other) in pairs { #expect(theme[one] != theme[other], "\(theme.name): \(one) and \(other)") }
  }
}

/// Theme files of whatever quality.
struct ThemeFileTests {
  private func read(_ yaml: String, named name: String = "mine", contrast: Float = 1) -> (Theme, [String]) {
    let own = [ThemeSource(name: name, path: "/t/\(name).yaml", yaml: yaml)]
    let (theme, problems) = ThemeLibrary(shipped: ThemeSource.shipped, own: own, contrast: contrast).theme(named: name)
    return (theme, problems.map { "\($0)" })
  }

  @Test("On an overlay a role stands on the overlay's ground, unless it has one of its own")
  func overlays() {
    let (theme, _) = read(
      """
      name: mine
      styles:
        text: "#ffffff on #000000"
        overlay: "#ffffff on #202020"
        bad: "#ff8080"
        good: "#ffffff on #006000"
      """)
    #expect(theme.onOverlay(.bad) == Style(foreground: .rgb(255, 128, 128), background: .rgb(32, 32, 32)))
    #expect(theme.onOverlay(.good) == theme[.good])
  }

  @Test("A style is read in full")
  func styles() {
    let (theme, problems) = read(
      """
      name: mine
      palette:
        sea: "#0b5c8a"
        water: sea
      styles:
        text: "#0a0B0c on 7 bold dim italic underline reverse"
        muted: 200
        border: "default on FFFFFF"
        match: "bold"
        good: "water on sea"
        bad: "on 3 italic"
      """)
    #expect(problems == [])
    #expect(
      theme[.text]
        == Style(
          foreground: .rgb(10, 11, 12), background: .palette(7),
          attributes: [.bold, .dim, .italic, .underline, .reverse]))
    #expect(
      theme[.muted] == Style(foreground: .palette(200), background: .palette(7)), "the background is that of text")
    #expect(theme[.border] == Style(background: .rgb(255, 255, 255)))
    #expect(theme[.match] == Style(foreground: .rgb(10, 11, 12), background: .palette(7), attributes: .bold))
    #expect(theme[.good] == Style(foreground: .rgb(11, 92, 138), background: .rgb(11, 92, 138)))
    #expect(theme[.bad] == Style(foreground: .rgb(10, 11, 12), background: .palette(3), attributes: .italic))
  }

  @Test("A missing role takes the style of the part before its last dot, then that of text")
  func fallback() {
    let (theme, _) = read("styles:\n  text: 1\n  header: 2 on 8\n  header.bad: 3\n")
    #expect(theme[.headerBad] == Style(foreground: .palette(3), background: .palette(8)))
    #expect(theme[.headerGood] == Style(foreground: .palette(2), background: .palette(8)))
    #expect(theme[.key] == Style(foreground: .palette(1)))
  }

  @Test("What a theme inherits is drawn with its own palette")
  func inheritance() {
    let (theme, problems) = read("inherits: dark\npalette:\n  red: \"#ff0000\"\nstyles:\n  good: red\n")
    #expect(problems == [])
    #expect(theme[.bad].foreground == .rgb(255, 0, 0))
    #expect(theme[.good].foreground == .rgb(255, 0, 0))
    #expect(theme[.text] == ThemeLibrary(shipped: ThemeSource.shipped, contrast: 1).theme(named: "dark").theme[.text])
    let (own, faults) = read("inherits: dark\nstyles:\n  good: 9\n", named: "dark")
    #expect(faults == [], "it inherits from the one it takes the place of")
    #expect(own[.good].foreground == .palette(9))
  }

  @Test("A base16 scheme, old and new, and a base24 one are themes as they are")
  func schemes() {
    let digits = Array("0123456789ABCDEF")
    let old =
      "scheme: \"Old\"\nauthor: \"me\"\n" + digits.map { "base0\($0): \"0\($0)0\($0)0\($0)\"\n" }.joined()
    let new =
      "system: base24\nname: New\nauthor: me\nvariant: dark\npalette:\n"
      + digits.map { "  base0\($0): \"#0\($0)0\($0)0\($0)\"\n" }.joined()
      + (0...7).map { "  base1\($0): \"#F\($0)F\($0)F\($0)\"\n" }.joined()
    for (yaml, bright) in [(old, RGB(value: 0x0B0B0B)), (new, RGB(value: 0xF4F4F4))] {
      let (theme, problems) = read(yaml)
      #expect(problems == [])
      #expect(theme[.text] == Style(foreground: .rgb(5, 5, 5), background: .rgb(0, 0, 0)))
      #expect(theme[.string].foreground == .rgb(11, 11, 11))
      #expect(theme[.headerGood].foreground == Color(bright))
    }
    let (_, problems) = read("base00: 000000\nbase05: ffffff\n")
    #expect(problems.count == 14)
    #expect(problems.contains("/t/mine.yaml:1: base0B: the scheme lacks this colour"))
  }

  @Test(
    "A mistake is named with file, line and role, and costs that role alone",
    arguments: [
      ("nosuch: 2", "nosuch: there is no such role; did you mean"),
      ("bad: rde", "bad: \"rde\" is no colour"), ("bad: \"#12345\"", "bad: \"#12345\" is no colour"),
      ("bad: 1 on", "bad: there is no colour after \"on\""), ("bad: 256", "bad: \"256\" is no colour"),
      ("bad: 1 blink", "bad: \"blink\" is none of bold"), ("bad: [1]", "bad: must be a single value"),
      ("bad: \"#+12345\"", "bad: \"#+12345\" is no colour"), ("bad: \"\"", "bad: is empty"),
      ("bad: 1 bold 2", "bad: \"2\" is none of bold"),
    ])
  func mistakes(entry: String, words: String) {
    let (theme, problems) = read("inherits: dark\nstyles:\n  good: 9\n  \(entry)\n")
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("/t/mine.yaml:4: \(words)") == true, "\(problems)")
    #expect(theme[.good].foreground == .palette(9))
    let dark = ThemeLibrary(shipped: ThemeSource.shipped, contrast: 1).theme(named: "dark").theme
    #expect(theme[.bad] == dark[.bad], "what it inherits stays")
  }

  @Test("Of colours equally near, and of many mistakes, the same are told in every run")
  func stable() {
    let names = "bcdefgh".map { "r\($0)d" }
    let palette = names.shuffled().map { "  \($0): 1\n" }.joined()
    let (_, problems) = read("inherits: dark\npalette:\n\(palette)styles:\n  good: rxd\n")
    #expect(problems.first?.hasSuffix("(the nearest is rbd)") == true, "\(problems)")
    let roles = (10..<90).map { "  role\($0): 1\n" }.joined()
    let (_, others) = read("inherits: dark\nstyles:\n\(roles)")
    #expect(others.prefix(16).map { $0.split(separator: ":")[2] } == (10..<26).map { " role\($0)" })
  }

  @Test(
    "A mistake outside of the styles is named as well",
    arguments: [
      ("inherits: nosuch\n", 1, "inherits: there is no theme \"nosuch\""),
      ("colour: 1\ninherits: dark\n", 1, "colour: is"),
      ("inherits: dark\nvariant: blue\n", 2, "variant: must be"),
      ("inherits: dark\ncontrast: 50\n", 2, "contrast: must"),
      ("inherits: dark\npalette:\n  red: rde\n", 3, "red: \"rde\" is no colour"),
      ("inherits: dark\npalette: 3\n", 2, "palette: must be a mapping"), ("", 1, "it says nothing"),
      ("name: x", 1, "it has neither"), ("- 1", 1, "it says nothing"), ("name: [", 2, "did not find"), ("a: *b", 1, ""),
      ("name: x\r\n\u{0}", 2, "the character U+0000 is not allowed"),
      ("styles: {bad: 1}\nstyles: {bad: 1}", 2, "styles set more than once"),
      (String(repeating: "[", count: 60_000), 1, ""), (String(repeating: "#", count: 70_000), 1, "it is larger"),
      ("inherits: mine\npalette:\n  a: b\n  b: a\nstyles:\n  bad: a\n", 1, "inherits: there is no theme"),
    ])
  func otherMistakes(yaml: String, line: Int, words: String) {
    let (theme, problems) = read(yaml)
    #expect(problems.contains { $0.hasPrefix("/t/mine.yaml:\(line): \(words)") }, "\(problems)")
    _ = theme[.text]
  }

  @Test("Themes that inherit from each other, and colours named after each other, end")
  func circles() {
    let own = [
      ThemeSource(name: "a", path: "a", yaml: "inherits: b\npalette:\n  x: y\n  y: x\nstyles:\n  good: x\n  bad: 9\n"),
      ThemeSource(name: "b", path: "b", yaml: "inherits: a\n"),
    ]
    let (theme, problems) = ThemeLibrary(shipped: ThemeSource.shipped, own: own).theme(named: "a")
    #expect(theme[.bad].foreground == .palette(9))
    #expect(
      problems.map { "\($0)" } == [
        "a:6: good: the colour \"x\" is named after itself", "b:1: inherits: it inherits from itself",
      ])
  }

  @Test("A theme that isn't there is said to be missing, and the screen is drawn all the same")
  func missing() {
    let library = ThemeLibrary(shipped: ThemeSource.shipped)
    let (theme, problems) = library.theme(named: "nosuch")
    #expect(problems.map { "\($0)" } == ["nosuch:1: there is no theme of that name"])
    #expect(theme == library.theme(named: "dark").theme)
  }

  @Test("The contrast asked for is reached, and 1 leaves all as it is")
  func contrast() throws {
    let yaml = "styles:\n  text: \"#777777 on #808080\"\n  border: \"#7f7f7f\"\n"
    let (theme, _) = read(yaml, contrast: 4.5)
    let ground = RGB(value: 0x808080)
    #expect(try #require(theme[.text].foreground.rgb).contrast(with: ground) >= 4.5)
    let line = try #require(theme[.border].foreground.rgb).contrast(with: ground)
    #expect((3..<3.4).contains(line))
    #expect(read(yaml).0[.text].foreground == .rgb(0x77, 0x77, 0x77))
    #expect(
      try #require(read("contrast: 5.2\n" + yaml, contrast: 4.5).0[.text].foreground.rgb).contrast(with: ground) >= 5.2)
  }
}

/// How colours look to those who don't tell red from green (Viénot, Brettel and Mollon 1999).
enum ColorBlindness {
  case protanopia, deuteranopia

  func distance(_ one: RGB, _ other: RGB) -> Float {
    OKLab(seen(one)).squaredDistance(to: OKLab(seen(other))).squareRoot()
  }

  private func seen(_ rgb: RGB) -> RGB {
    let (red, green, blue) = (RGB.linear(rgb.red), RGB.linear(rgb.green), RGB.linear(rgb.blue))
    let shared: Float
    let rest: Float
    switch self {
    case .protanopia: (shared, rest) = (0.11238 * red + 0.88762 * green, 0.00401 * red - 0.00401 * green + blue)
    case .deuteranopia: (shared, rest) = (0.29275 * red + 0.70725 * green, -0.02234 * red + 0.02234 * green + blue)
    }
    func channel(_ value: Float) -> UInt8 {
      let value = min(max(value, 0), 1)
      return UInt8((value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055) * 255)
    }
    return RGB(red: channel(shared), green: channel(shared), blue: channel(rest))
  }
}
