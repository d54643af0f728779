import Dispatch
import Glibc
import Screens
import ViewModels

/// Reads the themes, and reads them again whenever one is saved. Costs nothing while none is.
@MainActor
final class ThemeWatch {
  private let files: ThemeFiles
  private let take: @MainActor (ThemeLibrary, [ThemeEntry]) -> Void
  private let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
  private var source: (any DispatchSourceRead)?
  private var reading: Task<Void, Never>?

  init(_ files: ThemeFiles, take: @escaping @MainActor (ThemeLibrary, [ThemeEntry]) -> Void) {
    self.files = files
    self.take = take
    guard descriptor >= 0 else {
      read()
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.notice() } }
    source.setCancelHandler { [descriptor] in close(descriptor) }
    source.activate()
    self.source = source
    read()
  }

  func stop() {
    reading?.cancel()
    source?.cancel()
  }

  /// Editors save in several steps; what is read too early is read once more.
  private func notice() {
    var events = [UInt8](repeating: 0, count: 4096)
    while Glibc.read(descriptor, &events, events.count) > 0 {}
    read()
  }

  private func read() {
    reading?.cancel()
    reading = Task { [files, descriptor, take] in
      let (library, entries) = await Self.load(files, descriptor)
      if !Task.isCancelled { take(library, entries) }
    }
  }

  @concurrent
  private nonisolated static func load(_ files: ThemeFiles, _ descriptor: Int32) async -> (ThemeLibrary, [ThemeEntry]) {
    let changes = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE)
    if descriptor >= 0 { for folder in files.watchedFolders { inotify_add_watch(descriptor, folder, changes) } }
    let library = files.library()
    return (library, library.entries)
  }
}
