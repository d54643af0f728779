import Testing

@testable import ViewModels

/// Work by lane, held up where a test needs it.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct LanesTests {
  private let lanes = Lanes()
  private let log = Log()

  @MainActor
  private final class Log {
    var entries: [String] = []
  }

  /// Work waits here until it is opened, or cancelled.
  private struct Gate {
    private let stream: AsyncStream<Never>
    private let continuation: AsyncStream<Never>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func open() { continuation.finish() }
    func wait() async { for await _ in stream {} }
  }

  /// Work that waits, and then notes how it went on.
  private func work(_ name: String, behind gate: Gate? = nil, opening next: Gate? = nil) -> Lanes.Work {
    { [log] in
      await gate?.wait()
      log.entries.append(Task.isCancelled ? "\(name) cancelled" : name)
      next?.open()
    }
  }

  @Test("Work in the place of other work cancels it, in its own lane alone")
  func replacing() async {
    let (gate, ended, other, done) = (Gate(), Gate(), Gate(), Gate())
    lanes.begin(in: .walk, work("walk", behind: other, opening: done))
    lanes.replace(.history, work("first", behind: gate, opening: ended))
    lanes.replace(.history, work("second", behind: ended, opening: other))
    await done.wait()
    #expect(log.entries == ["first cancelled", "second", "walk"])
  }

  @Test("Queued work is done in the order given, each after the one before", arguments: [Lane.marks, .profiles])
  func queueing(lane: Lane) async {
    let (gate, done) = (Gate(), Gate())
    lanes.queue(lane, work("first", behind: gate))
    lanes.queue(lane, work("second"))
    lanes.queue(lane, work("third", opening: done))
    lanes.begin(work("beside", opening: gate))
    await done.wait()
    #expect(log.entries == ["beside", "first", "second", "third"])
  }

  @Test("Of what waits alone only the newest is done, after what is under way")
  func newest() async {
    let (started, gate, done) = (Gate(), Gate(), Gate())
    lanes.queueAlone(.theme) { [log] in
      started.open()
      // What is written is not given up in the middle.
      await Task { await gate.wait() }.value
      log.entries.append("first")
    }
    await started.wait()
    lanes.queueAlone(.theme, work("second"))
    lanes.queueAlone(.theme, work("third", opening: done))
    gate.open()
    await done.wait()
    #expect(log.entries == ["first", "third"])
  }

  @Test("Work without a lane goes on beside all other")
  func beside() async {
    let (gate, done) = (Gate(), Gate())
    lanes.begin(work("first", behind: gate, opening: done))
    lanes.begin(work("second", opening: gate))
    await done.wait()
    #expect(log.entries == ["second", "first"])
  }

  @Test("A lane is cancelled alone, and everything at once with or without a lane")
  func cancelling() async {
    let (first, second, third) = (Gate(), Gate(), Gate())
    lanes.begin(in: .walk, work("walk", behind: Gate(), opening: first))
    lanes.begin(in: .call, work("call", behind: Gate(), opening: second))
    lanes.begin(work("some", behind: Gate(), opening: third))
    lanes.cancel(.walk)
    await first.wait()
    #expect(log.entries == ["walk cancelled"])
    lanes.cancelAll()
    await second.wait()
    await third.wait()
    #expect(Set(log.entries) == ["walk cancelled", "call cancelled", "some cancelled"])
  }

  @Test("A lane is free again once its work is done or cancelled")
  func free() async {
    let (first, second) = (Gate(), Gate())
    lanes.queue(.marks, work("first", opening: first))
    await first.wait()
    lanes.cancel(.marks)
    lanes.queue(.marks, work("second", opening: second))
    await second.wait()
    #expect(log.entries == ["first", "second"])
  }
}
