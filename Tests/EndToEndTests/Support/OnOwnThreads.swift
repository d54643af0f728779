import TestThreads
import Testing

/// For tests that block while they wait for a terminal: they run two at a time, on threads of their own.
struct OnOwnThreads: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    await Places.shared.take()
    do { try await OwnThreads.run(function) } catch {
      await Places.shared.giveBack()
      throw error
    }
    await Places.shared.giveBack()
  }
}

extension Trait where Self == OnOwnThreads {
  static var onOwnThreads: OnOwnThreads { OnOwnThreads() }
}

private actor Places {
  static let shared = Places()
  private var free = 2
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
