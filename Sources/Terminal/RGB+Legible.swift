extension RGB {
  /// The colour of the same hue, as near as possible, that can be read on a background.
  ///
  /// It becomes lighter on dark and darker on light, or the other way round where that leads further.
  ///
  /// - Parameter contrast: the ratio to reach, 1 to 21. What no colour reaches gets black or white.
  public func legible(on background: RGB, contrast wanted: Float) -> RGB {
    guard contrast(with: background) < wanted else { return self }
    let white = RGB(value: 0xFFFFFF)
    let black = RGB(value: 0)
    let (first, second) = background.isLight ? (black, white) : (white, black)
    for end in [first, second] where end.contrast(with: background) >= wanted {
      return nearest(towards: end, on: background, contrast: wanted)
    }
    return first
  }

  /// Changes lightness step by step until the contrast is there: colours of eight bits have no finer steps.
  private func nearest(towards end: RGB, on background: RGB, contrast wanted: Float) -> RGB {
    var color = OKLab(self)
    let goal = OKLab(end).lightness
    let step: Float = goal > color.lightness ? 0.004 : -0.004
    while abs(goal - color.lightness) > abs(step) {
      color.lightness += step
      let candidate = color.rgb
      if candidate.contrast(with: background) >= wanted { return candidate }
    }
    return end
  }
}
