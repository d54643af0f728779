import OpenPayments

extension HTTPArchive.Creator {
  /// This program.
  static var opx: Self { .init(name: Program.name, version: Program.version) }
}
