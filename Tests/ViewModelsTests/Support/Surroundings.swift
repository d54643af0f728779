import ExplorerStorage
import ViewModels

extension Desktop {
  /// A desktop that takes nothing and keeps nothing.
  static var bare: Desktop {
    Desktop(copyText: { _ in .noTool }, writeFile: { _, _ in nil }, makeArchive: { _ in [] })
  }
}

extension EffectRunner {
  static let unreachable: Connect = { (_) throws(LoadFailure) in
    throw LoadFailure(message: "The sandbox did not start.", suggestion: "r tries again.")
  }
}
