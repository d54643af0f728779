import Terminal
import Testing

@testable import CursesTerminal

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
}
