import Foundation
import Testing

extension Trait where Self == ConditionTrait {
  /// For a test that runs another program. Without it the test is skipped, which says why; where `CI` is set it runs and
  /// fails, since there nobody reads what was skipped.
  static func needs(_ program: String) -> Self {
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: program) || ProcessInfo.processInfo.environment["CI"] != nil,
      "\(program) is missing; sh .ci/setup test installs it")
  }
}
