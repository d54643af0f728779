/// Which calls reading the directory takes: each answer says what to ask next.
struct DirectoryPlan {
  private let dialect: Dialect
  private var waiting: ArraySlice<DirectoryCall> = []
  /// All that were ever to be made: each is made once, however often a list has what it asks for.
  private var known: Set<DirectoryCall> = []
  private var underWay: Set<DirectoryCall> = []
  private var failed: [DirectoryCall] = []
  private var knownBICs: Set<String>
  private var done: Int
  /// Calls left that may bring further calls.
  private var listsLeft: Int

  init(_ dialect: Dialect) {
    self.init(DirectoryCheckpoint(dialect: dialect, calls: [.countries], knownBICs: [], done: 0))
  }

  init(_ checkpoint: DirectoryCheckpoint) {
    dialect = checkpoint.dialect
    knownBICs = checkpoint.knownBICs
    done = checkpoint.done
    listsLeft = 0
    add(checkpoint.calls)
  }

  var checkpoint: DirectoryCheckpoint {
    DirectoryCheckpoint(dialect: dialect, calls: underWay + failed + waiting, knownBICs: knownBICs, done: done)
  }

  var progress: DirectoryProgress {
    DirectoryProgress(
      done: done, failed: failed.count, left: underWay.count + waiting.count, isTotalKnown: listsLeft == 0)
  }

  mutating func next() -> DirectoryCall? {
    guard let call = waiting.popFirst() else { return nil }
    underWay.insert(call)
    return call
  }

  /// - Returns: what the call found.
  mutating func succeed(_ call: DirectoryCall, _ found: Found) -> [DirectoryStep.Item] {
    end(call)
    done += 1
    switch (call, found) {
    case (.countries, .countries(let countries)):
      add(countries.map { .cities(isoCountryCode: $0.isoCountryCode) })
      return countries.map { .country($0) }
    case (.cities(let code), .cities(let cities)):
      add(cities.map { .aspsps(isoCountryCode: code, cityId: $0.cityId) })
      return cities.map { .city($0, isoCountryCode: code) }
    case (.aspsps(let code, let cityId), .aspsps(let aspsps)):
      let new = aspsps.filter { !$0.bicFi.isEmpty && knownBICs.insert($0.bicFi).inserted }
      if dialect == .psd2 { add(new.map { .aspsp(bicFi: $0.bicFi) }) }
      return aspsps.map { .aspsp($0, isoCountryCode: code, cityId: cityId) }
        + (dialect == .seed ? new.map { .detail($0) } : [])
    case (.aspsp, .aspsp(let aspsp)): return [.detail(aspsp)]
    default: return []
    }
  }

  mutating func fail(_ call: DirectoryCall) {
    end(call)
    failed.append(call)
  }

  /// What a call can bring.
  enum Found: Sendable {
    case countries([Country])
    case cities([City])
    case aspsps([ASPSP])
    case aspsp(ASPSP)
  }

  private mutating func add(_ calls: [DirectoryCall]) {
    let new = calls.filter { $0.isNamed && known.insert($0).inserted }
    waiting += new
    listsLeft += new.filter(isList).count
  }

  private mutating func end(_ call: DirectoryCall) {
    underWay.remove(call)
    if isList(call) { listsLeft -= 1 }
  }

  /// Whether the call's answer can bring further calls.
  private func isList(_ call: DirectoryCall) -> Bool {
    switch call {
    case .countries, .cities: true
    case .aspsps: dialect == .psd2
    case .aspsp: false
    }
  }
}
