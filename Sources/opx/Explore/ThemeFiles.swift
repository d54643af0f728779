import ExplorerStorage
import FoundationEssentials
import Glibc
import Screens
import ShippedThemes

/// The themes that come with the program, and the user's own in a folder.
struct ThemeFiles: Sendable {
  private static let endings = ["yaml", "yml"]

  let folder: String
  let contrast: Float

  /// All of them; or, for a start without a wait, no more than a theme needs.
  func library(for name: String? = nil) -> ThemeLibrary {
    library(of: own(needed: name))
  }

  func library(of own: [ThemeSource]) -> ThemeLibrary {
    let shipped = ShippedThemes.all.map { ThemeSource(name: $0.name, yaml: String(decoding: $0.yaml, as: UTF8.self)) }
    return ThemeLibrary(shipped: shipped, own: own, contrast: contrast)
  }

  /// The folders whose changes may concern a theme: files may be links to files elsewhere.
  var watchedFolders: Set<String> {
    let parent = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
    return Set([parent, folder] + paths.compactMap(Self.home))
  }

  private func own(needed name: String?) -> [ThemeSource] {
    if let name {
      // One that inherits from another of the user's own needs more; all are few enough then.
      let needed = paths.filter { Self.name(of: $0) == name }.compactMap(Self.source)
      if needed.allSatisfy({ !$0.yaml.contains("inherits:") }) { return needed }
    }
    return paths.compactMap(Self.source)
  }

  private var paths: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in Self.endings.contains { name.hasSuffix(".\($0)") } && !name.hasPrefix(".") }
      .sorted().map { "\(folder)/\($0)" }
  }

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)])
  }

  /// nil if there is no such file by now.
  private static func source(_ path: String) -> ThemeSource? {
    do throws(ConfigurationError) {
      guard let text = try TextFile.read(path) else { return nil }
      return ThemeSource(name: name(of: path), path: path, yaml: text)
    } catch {
      return ThemeSource(name: name(of: path), path: path, yaml: "", fault: error.reason(in: path))
    }
  }

  /// The theme in a file that somebody names, which may be a pipe.
  static func source(named path: String) throws(CommandFailure) -> ThemeSource {
    let bytes: [UInt8]
    do throws(CommandFailure) { bytes = try InputFile.read(path) } catch {
      throw CommandFailure(.configuration, error.message)
    }
    do throws(ConfigurationError) {
      return ThemeSource(name: name(of: path), path: path, yaml: try TextFile.text(bytes, of: path))
    } catch {
      return ThemeSource(name: name(of: path), path: path, yaml: "", fault: error.reason(in: path))
    }
  }

  /// The folder in which a file really lies.
  private static func home(of path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    let text = String(cString: real)
    return text.lastIndex(of: "/").map { String(text[..<$0]) }
  }
}

extension ConfigurationError {
  /// The words after the file's name, for messages that begin with that anyway.
  fileprivate func reason(in path: String) -> String {
    description.hasPrefix("\(path): ") ? String(description.dropFirst(path.count + 2)) : description
  }
}
