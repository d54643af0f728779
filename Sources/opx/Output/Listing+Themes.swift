import JSONText
import ViewModels

extension Listing<ThemeEntry> {
  static var themes: Self {
    Listing(
      titles: ["THEME", "FOR", "FROM", "FAULTS"],
      cells: { [$0.name, $0.variant ?? "any", $0.isOwn ? "yours" : "opx", "\($0.faults)"] },
      json: { entry in
        [
          "name": .string(entry.name), "variant": entry.variant.map { .string($0) } ?? .null,
          "own": .bool(entry.isOwn), "problems": .array(entry.problems.map { .string($0) }),
        ]
      })
  }
}
