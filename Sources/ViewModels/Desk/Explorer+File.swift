extension Explorer {
  mutating func take(_ step: FileReadingStep) {
    switch step {
    case .progress(let bytes): file?.done = bytes
    case .done(let inspection):
      // What was opened while it was read stays.
      let opened = layers
      pin(inspection, madeUnder: .unknown)
      layers = opened
    case .failed(let reason): file?.problem = reason
    }
  }

  /// Whether a file is looked at, which has no call to do this with; if so, it is said.
  mutating func refuses(_ command: Command) -> Bool {
    guard file != nil, overlay == nil, command.needs == .platform else { return false }
    notice = Notice("This is a file; nothing is sent. \(key: .quit) quits; opx without a file explores the platform.")
    return true
  }
}
