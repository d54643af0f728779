import Glibc

/// A colour by lightness and two hue axes (Björn Ottosson's Oklab), where equal distances look about equal.
struct OKLab {
  private let lightness: Float
  private let a: Float
  private let b: Float

  init(_ rgb: RGB) {
    let red = Self.linear(rgb.red)
    let green = Self.linear(rgb.green)
    let blue = Self.linear(rgb.blue)
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

  /// Undoes sRGB's gamma.
  private static func linear(_ channel: UInt8) -> Float {
    let value = Float(channel) / 255
    return value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
  }
}
