import ExplorerStorage
import OpenPayments

extension Explorer {
  /// Ends what is under way as the profile in use, and is not its token's.
  mutating func endWork() {
    take(call.cancel())
    if comparison.shown?.isRunning == true { take(comparison.close()) }
    take(guide.endWork())
    if walk != nil { outbox.append(.cancelWalk) }
    walk = nil
    let keys = session.directory.loading.keys
    for key in keys { session.directory.forget(key) }
    outbox += Set(keys.map(\.kind)).map(Effect.cancel)
  }

  /// Ends a check of a token's signature and its renewal.
  mutating func endTokenWork(of record: TokenRecord, as caller: Caller) {
    if record.checkingSince != nil { outbox.append(.token(.stopChecking, of: caller)) }
    if record.isRenewing { outbox.append(.token(.stopRenewing, of: caller)) }
  }
}
