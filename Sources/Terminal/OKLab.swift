import Glibc

/// A colour by lightness and two hue axes (Björn Ottosson's Oklab), where equal distances look about equal.
struct OKLab {
  /// 0 to 1.
  var lightness: Float
  var a: Float
  var b: Float

  init(_ rgb: RGB) {
    let red = RGB.linear(rgb.red)
    let green = RGB.linear(rgb.green)
    let blue = RGB.linear(rgb.blue)
    let l = cbrtf(0.41222147 * red + 0.53633254 * green + 0.05144599 * blue)
    let m = cbrtf(0.21190350 * red + 0.68069955 * green + 0.10739696 * blue)
    let s = cbrtf(0.08830246 * red + 0.28171884 * green + 0.62997870 * blue)
    lightness = 0.21045426 * l + 0.79361779 * m - 0.00407205 * s
    a = 1.97799850 * l - 2.42859221 * m + 0.45059371 * s
    b = 0.02590404 * l + 0.78277177 * m - 0.80867577 * s
  }

  func squaredDistance(to other: OKLab) -> Float {
    let dL = lightness - other.lightness
    let da = a - other.a
    let db = b - other.b
    return dL * dL + da * da + db * db
  }

  /// The nearest colour that can be shown; what lies outside loses colourfulness first, then each channel is cut.
  var rgb: RGB {
    var scale: Float = 1
    while scale > 0.1, !Self.isShown(linear(scale)) { scale -= 0.1 }
    let (red, green, blue) = linear(scale)
    return RGB(red: Self.channel(red), green: Self.channel(green), blue: Self.channel(blue))
  }

  private func linear(_ scale: Float) -> (Float, Float, Float) {
    let (a, b) = (a * scale, b * scale)
    func cube(_ value: Float) -> Float { value * value * value }
    let l = cube(lightness + 0.39633778 * a + 0.21580376 * b)
    let m = cube(lightness - 0.10556135 * a - 0.06385417 * b)
    let s = cube(lightness - 0.08948418 * a - 1.29148555 * b)
    return (
      4.0767417 * l - 3.3077116 * m + 0.2309699 * s, -1.2684380 * l + 2.6097574 * m - 0.3413194 * s,
      -0.0041961 * l - 0.7034186 * m + 1.7076147 * s
    )
  }

  private static func isShown(_ channels: (Float, Float, Float)) -> Bool {
    [channels.0, channels.1, channels.2].allSatisfy { (-0.002...1.002).contains($0) }
  }

  private static func channel(_ value: Float) -> UInt8 {
    let value = min(max(value, 0), 1)
    let gamma = value <= 0.0031308 ? value * 12.92 : 1.055 * powf(value, 1 / 2.4) - 0.055
    return UInt8((gamma * 255).rounded())
  }
}
