import Testing

@testable import Terminal

@Suite struct ColorPaletteTests {
  @Test("the default is the default, whatever the terminal")
  func defaults() {
    for count in [0, 8, 16, 88, 256, 1 << 24] {
      var palette = ColorPalette(depth: .init(colorCount: count))
      #expect(palette.number(for: .default) == -1)
    }
  }

  @Test("a colour of the cube or a grey finds itself among 256")
  func exact() {
    var palette = ColorPalette(depth: .indexed256)
    for index in UInt8(16)...255 {
      let rgb = RGB(index: index)
      let found = palette.number(for: .rgb(rgb.red, rgb.green, rgb.blue))
      #expect(RGB(index: UInt8(found)).value == rgb.value)
      #expect(palette.number(for: .palette(index)) == Int32(index))
    }
    #expect(palette.number(for: .palette(3)) == 3)
  }

  @Test("of few colours it is the one that looks nearest")
  func few() {
    var eight = ColorPalette(depth: .ansi8)
    #expect(eight.number(for: .rgb(250, 20, 30)) == 1)
    #expect(eight.number(for: .rgb(10, 10, 10)) == 0)
    #expect(eight.number(for: .rgb(20, 30, 250)) == 4)
    #expect(eight.number(for: .palette(12)) == 4)
    #expect(eight.number(for: .palette(231)) == 7)
    var sixteen = ColorPalette(depth: .ansi16)
    #expect(sixteen.number(for: .palette(12)) == 12)
    #expect(sixteen.number(for: .palette(244)) == 8)
    var none = ColorPalette(depth: .none)
    #expect(none.number(for: .rgb(255, 0, 0)) == -1)
  }

  @Test("direct colours pass through, except the few numbers that mean the palette")
  func direct() {
    var palette = ColorPalette(depth: .init(colorCount: 1 << 24))
    #expect(palette.number(for: .rgb(0x12, 0xAB, 0x34)) == 0x12AB34)
    #expect(palette.number(for: .palette(4)) == 4)
    #expect(palette.number(for: .palette(231)) == 0xFFFFFF)
    #expect(palette.number(for: .rgb(0, 0, 5)) == 8)
  }

  @Test("text stays legible where few colours are left", arguments: [ColorDepth.ansi8, .ansi16, .indexed256])
  func legible(depth: ColorDepth) {
    var palette = ColorPalette(depth: depth)
    // Greys and colours that all come near to the same few numbers.
    let pairs: [(UInt32, UInt32)] = [
      (0x7F8B99, 0x1B2430), (0x8795A5, 0x10151C), (0x5C6370, 0xFFFFFF), (0x657B83, 0xFDF6E3), (0x12202E, 0x7FC8A9),
      (0xE6EDF3, 0x2F4368), (0x0B4FA8, 0xEEF2F6), (0xB58900, 0xFDF6E3),
    ]
    for (text, ground) in pairs {
      let style = Style(foreground: Color(RGB(value: text)), background: Color(RGB(value: ground)))
      let (foreground, background) = palette.numbers(for: style)
      let wanted = min(RGB(value: text).contrast(with: RGB(value: ground)), 4.5)
      let reached = RGB(index: UInt8(foreground)).contrast(with: RGB(index: UInt8(background)))
      #expect(reached >= wanted, "\(text) on \(ground): \(foreground) on \(background)")
    }
  }

  @Test("bold is left out where the bright colour that many terminals make of it could not be read")
  func bold() {
    var palette = ColorPalette(depth: .ansi16)
    func keepsBold(_ text: UInt32, _ ground: UInt32) -> Bool {
      let style = Style(
        foreground: Color(RGB(value: text)), background: Color(RGB(value: ground)), attributes: [.bold, .underline])
      let kept = palette.attributes(of: style, in: palette.numbers(for: style))
      #expect(kept.contains(.underline))
      return kept.contains(.bold)
    }
    #expect(!keepsBold(0x000000, 0x7F7F7F) && !keepsBold(0x101010, 0x00CDCD))
    #expect(keepsBold(0xCD0000, 0x000000) && keepsBold(0xFFFFFF, 0x000000) && keepsBold(0xE5E5E5, 0x0000EE))
    let style = Style(foreground: .rgb(0, 0, 0), background: .rgb(127, 127, 127), attributes: .bold)
    var many = ColorPalette(depth: .indexed256)
    #expect(many.attributes(of: style, in: many.numbers(for: style)) == .bold)
    #expect(palette.attributes(of: Style(attributes: .bold), in: palette.numbers(for: .plain)) == .bold)
  }

  @Test("fewer colours than the terminal has are fewer")
  func depths() {
    #expect(ColorDepth.none < .ansi8 && .ansi8 < .ansi16 && .ansi16 < .indexed256 && .indexed256 < .direct)
    #expect(
      [0, -1, 8, 16, 88, 256, 1 << 24].map(ColorDepth.init) == [
        .none, .none, .ansi8, .ansi16, .ansi16, .indexed256, .direct,
      ])
  }
}

@Suite struct LegibleColorTests {
  @Test("contrast is WCAG's")
  func contrast() {
    #expect(abs(RGB(value: 0xFFFFFF).contrast(with: RGB(value: 0)) - 21) < 0.01)
    #expect(abs(RGB(value: 0x767676).contrast(with: RGB(value: 0xFFFFFF)) - 4.54) < 0.01)
    #expect(RGB(value: 0x336699).contrast(with: RGB(value: 0x336699)) == 1)
  }

  @Test("a colour is there and back the same")
  func roundTrip() {
    for value in stride(from: UInt32(0), through: 0xFFFFFF, by: 65_521 / 7) {
      let rgb = RGB(value: value)
      let back = OKLab(rgb).rgb
      for (one, other) in [(rgb.red, back.red), (rgb.green, back.green), (rgb.blue, back.blue)] {
        #expect(abs(Int(one) - Int(other)) <= 2, "\(value)")
      }
    }
  }

  @Test("what can't be read is changed until it can, no further than needed, and keeps its hue")
  func legible() {
    let grounds: [UInt32] = [0x000000, 0x10151C, 0x2F4368, 0x777777, 0x93A1A1, 0xC5DCFA, 0xFFFFFF]
    let texts: [UInt32] = [0x586E75, 0x0000FF, 0xF7768E, 0x777777, 0xFFFF00, 0x10151C, 0xFFFFFF]
    for ground in grounds.map({ RGB(value: $0) }) {
      for text in texts.map({ RGB(value: $0) }) {
        let legible = text.legible(on: ground, contrast: 4.5)
        #expect(legible.contrast(with: ground) >= 4.5 || legible.value == 0 || legible.value == 0xFFFFFF)
        if text.contrast(with: ground) >= 4.5 { #expect(legible == text) }
      }
    }
    let dim = RGB(value: 0x7A2030).legible(on: RGB(value: 0x10151C), contrast: 4.5)
    #expect(dim.contrast(with: RGB(value: 0x10151C)) < 4.8)
    #expect(dim.red > dim.blue && dim.red > dim.green)
    // Nothing reaches 10:1 on a middle grey.
    #expect([0, 0xFFFFFF].contains(RGB(value: 0x808080).legible(on: RGB(value: 0x777777), contrast: 10).value))
  }
}
