import Foundation

extension Duration {
  var milliseconds: String { String(format: "%.1f", self / .milliseconds(1)) }
  var microseconds: String { String(format: "%.0f", self / .microseconds(1)) }

  func ratio(to floor: Duration) -> String { String(format: "%.2f", self / floor) }
}

extension [Duration] {
  var median: Duration { sorted()[count / 2] }
}
