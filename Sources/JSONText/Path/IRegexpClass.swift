/// A set of scalars.
struct IRegexpClass: Sendable {
  /// Sorted and apart from each other.
  private let ranges: [ClosedRange<UInt32>]
  private let categories: [Category]
  private let isComplement: Bool

  static let anyButLineBreaks = IRegexpClass(ranges: [0x0A...0x0A, 0x0D...0x0D], isComplement: true)

  init(ranges: [ClosedRange<UInt32>] = [], categories: [Category] = [], isComplement: Bool = false) {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
    self.categories = categories
    self.isComplement = isComplement
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    (isInRanges(scalar.value) || categories.contains { $0.contains(scalar) }) != isComplement
  }

  private func isInRanges(_ value: UInt32) -> Bool {
    var candidates = ranges[...]
    while let middle = candidates.dropFirst(candidates.count / 2).first {
      if middle.contains(value) { return true }
      let index = candidates.startIndex + candidates.count / 2
      candidates = value < middle.lowerBound ? candidates[..<index] : candidates[(index + 1)...]
    }
    return false
  }

  /// A general category of Unicode such as `Lu`, or all that begin with one letter.
  struct Category: Sendable {
    private let members: UInt32
    private let isComplement: Bool

    /// Nil where there is no category of that name.
    init?(_ name: String, isComplement: Bool) {
      var members: UInt32 = 0
      // Surrogates, Cs, are no scalars: RFC 9485 has no such category.
      for (bit, each) in Self.names.enumerated() where each == name || each.prefix(1) == name { members |= 1 << bit }
      guard members != 0 else { return nil }
      self.members = members
      self.isComplement = isComplement
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      (members >> Self.bit(scalar.properties.generalCategory) & 1 == 1) != isComplement
    }
  }
}

extension IRegexpClass.Category {
  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm",
    "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cn",
  ]

  /// The place of a category among the names; past them for surrogates.
  private static func bit(_ category: Unicode.GeneralCategory) -> Int {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .privateUse: 27
    case .unassigned: 28
    case .surrogate: 29
    @unknown default: 30
    }
  }
}
