/// Which folders of a module may name types of which others, as `Sources/README.md` says it: a fenced block of lines such as
/// `ExplorerStorage: History > Files, Query`. A folder without such a line may name none.
struct FolderPicture: Equatable {
  var arrows: [String: Set<String>] = [:]

  /// The pictures of all modules, by name.
  ///
  /// - Parameter readme: the whole text, of which the block begins with ```` ```folders ````.
  static func all(in readme: String) -> [String: FolderPicture] {
    var pictures: [String: FolderPicture] = [:]
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.drop(while: { $0 != "```folders" }).dropFirst().prefix(while: { $0 != "```" }) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let sides = parts[1].split(separator: ">").map { $0.split(separator: ",").map { String($0.trimmingBlanks) } }
      let owners = sides.count > 1 ? sides[1] : []
      for folder in sides.first ?? [] {
        pictures[String(parts[0]), default: FolderPicture()].arrows[folder, default: []].formUnion(owners)
      }
    }
    return pictures
  }

  /// The folders that are in a circle of arrows, and those from which arrows lead into one.
  var withoutFloor: [String] {
    var rest = arrows
    while let floor = rest.first(where: { $0.value.isDisjoint(with: rest.keys) }) { rest[floor.key] = nil }
    return rest.keys.sorted()
  }

  /// What a module has that the picture hasn't, and the other way round, in sentences.
  func problems(_ name: String, _ module: SourceModule) -> [String] {
    let namings = module.namings
    let unpictured = namings.filter { arrows[$0.folder]?.contains($0.owner) != true }.map { naming in
      let allowed = arrows[naming.folder, default: []].sorted().joined(separator: ", ")
      return """
        \(name)/\(naming.file) names \(naming.type) of \(naming.owner); by Sources/README.md \(naming.folder) may name \
        \(allowed.isEmpty ? "no other folder" : "only \(allowed)")
        """
    }
    let unused = arrows.sorted { $0.key < $1.key }.flatMap { folder, owners in
      owners.sorted().filter { owner in !namings.contains { $0.folder == folder && $0.owner == owner } }.map {
        "Sources/README.md has \(name): \(folder) > \($0), but nothing in \(folder) names a type of \($0)"
      }
    }
    return unpictured + unused
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let start = drop { $0 == " " }
    return start.lastIndex { $0 != " " }.map { start[...$0] } ?? start
  }
}
