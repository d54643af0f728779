import ExplorerStorage
import FoundationEssentials
import OpenPayments

extension Explorer {
  mutating func openFinder() -> [Effect] {
    guard overlay == nil else { return [] }
    overlay = .finder(Finder(height: viewport.finderRows))
    return refreshFinder()
  }

  /// What the finder alone can do; nil for what isn't its own.
  mutating func runInFinder(_ command: Command) -> [Effect]? {
    guard case .finder(let finder) = overlay else { return nil }
    switch command {
    case .jump:
      // Somebody who types faster than it is gathered wants the place, not the first frame.
      if finder.isPreparing, let job = finder.gathering { finish(job) }
      guard case .finder(let finder) = overlay, let place = finder.selected else {
        notice = Notice("Nothing is found to go to.")
        return []
      }
      return jump(to: place.address)
    case .readDirectory: return beginWalk()
    case .cancel where walk != nil: return cancelWalk()
    case .cancel where !finder.typed.field.text.isEmpty: return editText { $0.eraseAll() }
    default: return nil
    }
  }

  /// Reads all that is not known yet.
  private mutating func beginWalk() -> [Effect] {
    guard walk == nil else { return [] }
    let plan = WalkPlan(directory)
    guard !plan.waiting.isEmpty else {
      notice = Notice("All of the directory is known.")
      return []
    }
    walk = DirectoryWalk(startedAt: now, progress: plan.progress)
    return [.walk(profile, plan)]
  }

  mutating func cancelWalk() -> [Effect] {
    walk = nil
    notice = Notice("Stopped reading the directory; what came is kept.")
    return [.cancelWalk]
  }

  mutating func endWalk(_ failure: LoadFailure?) -> [Effect] {
    guard let ended = walk else { return [] }
    walk = nil
    if let failure {
      notice = Notice(
        "\(ended.progress.failed) of \(ended.progress.done + ended.progress.failed) calls for the directory failed: \(failure.message)"
      )
    } else {
      notice = Notice("All of the directory is known: f finds anything in it.")
    }
    return refreshFinder()
  }

  /// What the finder has gathered; nil unless it is open.
  var finderEntries: FinderEntries? { if case .finder(let finder) = overlay { finder.entries } else { nil } }

  /// While the whole directory comes in, list after list, the finder keeps up in steps.
  private static let finderPause = 0.25

  /// The finder shows what has come meanwhile.
  mutating func refreshFinder() -> [Effect] {
    guard case .finder(var finder) = overlay else { return [] }
    if walk != nil {
      guard finder.gathering == nil, now.timeIntervalSince(finder.takenAt ?? .distantPast) >= Self.finderPause else {
        return []
      }
    }
    gatheringsSoFar += 1
    let job = FinderEntries.Job(directory, near: shownCity, id: gatheringsSoFar)
    finder.gathering = job
    overlay = .finder(finder)
    guard job.isQuick else { return [.gather(job)] }
    finish(job)
    return []
  }

  private mutating func finish(_ job: FinderEntries.Job) {
    if let entries = job.run() { take(entries, of: job) }
  }

  mutating func take(_ entries: FinderEntries, of job: FinderEntries.Job) {
    guard case .finder(var finder) = overlay, finder.gathering == job else { return }
    finder.take(entries, at: now)
    overlay = .finder(finder)
  }

  /// Whether nothing of the directory is unknown that can be asked for.
  public var knowsAll: Bool {
    guard let countries = directory.countries.latest?.value else { return false }
    return countries.allSatisfy { country in
      let code = country.isoCountryCode
      guard !code.isEmpty else { return true }
      return directory.cities[code]?.latest?.value.allSatisfy {
        $0.cityId.isEmpty || directory.aspsps[CityPlace(isoCountryCode: code, cityId: $0.cityId)]?.latest != nil
      } ?? false
    }
  }

  /// Why the finder shows nothing; nil if it shows something.
  public var nothingFound: String? {
    guard case .finder(let finder) = overlay, finder.list.count == 0 else { return nil }
    guard !finder.isPreparing else { return "Gathering what is known of the directory." }
    guard finder.count > 0 else { return "Nothing of the directory is known yet. Tab reads all of it." }
    let unknown = finder.wordsWithoutHit.map { "“\($0)”" }
    let reason =
      unknown.isEmpty
      ? "No entry has all of these words." : "Nothing known has \(unknown.joined(separator: " or "))."
    let known = knowsAll ? "All of the directory was looked through" : "Not all of the directory is known: Tab reads it"
    return "\(reason) \(known) (\(finder.count) entries)."
  }
}
