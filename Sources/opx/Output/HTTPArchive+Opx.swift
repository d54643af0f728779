import ArgumentParser
import OpenPayments

extension HTTPArchive.Creator {
  /// This program.
  static var opx: Self { .init(name: "opx", version: Opx.configuration.version) }
}
