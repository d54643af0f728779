import Dispatch
import ExplorerStorage
import FoundationEssentials
import OpenPayments
import ViewModels

extension Connection {
  /// What the explorer begins with.
  var shelf: ProfileShelf {
    ProfileShelf(
      own: catalogue.own, stored: catalogue.forThisRun(catalogue.stored),
      choice: "is \(catalogue.choice.words)",
      uses: uses.read(), allowedHosts: consents.read())
  }

  /// What the explorer keeps of profiles, and how; all of it away from the screen's thread.
  var profileFiles: ProfileFiles {
    ProfileFiles(
      read: { [profiles, catalogue] in await Self.aside { catalogue.forThisRun(profiles.read()) } },
      apply: { [profiles, catalogue] change in
        await Self.aside { () -> Result<ProfileList, ConfigurationError> in
          do throws(ConfigurationError) {
            return .success(catalogue.forThisRun(try profiles.apply(change.inWorkingFolder)))
          } catch {
            return .failure(error)
          }
        }
      },
      noteUse: { [uses] name, date in await Self.aside { uses.note(name, at: date) } },
      allow: { [clients] hosts in await clients.allow(hosts) },
      keptToken: { [clients] profile in await clients.keptToken(of: profile) })
  }

  /// What the explorer's guide needs.
  func guideTools(log: ExchangeLog) -> GuideTools {
    GuideTools(
      portal: { [clients] () throws(LoadFailure) in
        do { return try await clients.portal { log.record($0) } } catch {
          throw LoadFailure(message: CommandFailure(error).message, suggestion: "Nothing was called.")
        }
      },
      portalTrouble: { [clients] in await clients.portalTrouble() },
      keepProgress: { [guideProgress] progress in await Self.aside { guideProgress.note(progress) } })
  }

  /// Keeps marks and places away from the screen's thread.
  var placeKeeper: PlaceKeeper {
    PlaceKeeper(
      readMarks: { [places] in await Self.aside { places.read().marks.compactMapValues(Address.init) } },
      setMark: { [places] name, address in
        await Self.aside { places.setMark(name, address.description).map { "\($0)" } }
      },
      noteLast: { [places] profile, address in
        await Self.aside { _ = places.noteLast(address.description, of: profile) }
      })
  }

  /// Locks and files may keep one waiting, which the threads of tasks must not.
  static func aside<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
  }
}
