extension ControlSequence {
  var mouse: Mouse? {
    guard final == 0x4D || final == 0x6D, let bits = field(0), let x = field(1), let y = field(2) else { return nil }
    return Self.mouse(bits: bits, x: x, y: y, isRelease: final == 0x6D)
  }

  /// A report in the coding from before SGR: three bytes, each 32 too large.
  static func oldMouse(_ bytes: ArraySlice<UInt8>) -> Mouse? {
    let values = bytes.map { Int($0) - 32 }
    guard values.count == 3 else { return nil }
    let isRelease = values[0] & 0x43 == 3
    // Which button was let go is not told.
    return mouse(bits: isRelease ? values[0] & ~3 : values[0], x: values[1], y: values[2], isRelease: isRelease)
  }

  private static func mouse(bits: Int, x: Int, y: Int, isRelease: Bool) -> Mouse? {
    guard (1...0xFFFF).contains(x), (1...0xFFFF).contains(y), (0..<128).contains(bits) else { return nil }
    var modifiers: Key.Modifiers = []
    if bits & 4 != 0 { modifiers.insert(.shift) }
    if bits & 8 != 0 { modifiers.insert(.alt) }
    if bits & 16 != 0 { modifiers.insert(.control) }
    let action: Mouse.Action
    if bits & 64 != 0 {
      let directions: [Mouse.Direction] = [.up, .down, .left, .right]
      action = .wheel(directions[bits & 3])
    } else {
      let buttons: [Mouse.Button] = [.left, .middle, .right]
      guard bits & 3 < 3 else { return nil }  // motion without a button
      let button = buttons[bits & 3]
      action = isRelease ? .release(button) : bits & 32 != 0 ? .drag(button) : .press(button)
    }
    return Mouse(action, at: Position(x: x - 1, y: y - 1), modifiers: modifiers)
  }
}
