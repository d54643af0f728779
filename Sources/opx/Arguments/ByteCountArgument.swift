import ArgumentParser

/// A number of bytes: `4096`, `500k`, `64M`, `1G`, in powers of 1024.
struct ByteCountArgument: Sendable, Hashable, ExpressibleByArgument {
  private static let units: [Character: Int] = ["k": 10, "m": 20, "g": 30]

  let bytes: Int
  let defaultValueDescription: String

  init?(argument: String) {
    defaultValueDescription = argument
    let shift = argument.last.flatMap { Self.units[Character($0.lowercased())] }
    guard let number = Int(shift == nil ? argument[...] : argument.dropLast()), number > 0,
      number <= Int.max >> (shift ?? 0)
    else { return nil }
    bytes = number << (shift ?? 0)
  }

  init(gibibytes: Int) {
    bytes = gibibytes << 30
    defaultValueDescription = "\(gibibytes)G"
  }
}
