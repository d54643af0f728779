import Foundation

/// The files of a module, and which of its folders name each other's types.
struct SourceModule {
  /// A file that names a type which one other folder declares.
  struct Naming: Hashable {
    let file: String
    let folder: String
    let type: String
    let owner: String
  }

  let files: [SourceFile]

  init(_ files: [SourceFile]) { self.files = files }

  /// - Parameter folder: with all that lies in it.
  init(at folder: URL) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    files = try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      SourceFile(path: path, text: try String(contentsOf: folder.appending(path: path), encoding: .utf8))
    }
  }

  /// Which files name types of other folders. A name that is declared twice may stand for either, and doesn't count.
  var namings: [Naming] {
    var owners: [String: [SourceFile]] = [:]
    for file in files { for name in file.declared { owners[name, default: []].append(file) } }
    return files.flatMap { file in
      file.names.sorted().compactMap { name in
        guard let owner = owners[name], owner.count == 1, owner[0].types.contains(name),
          owner[0].folder != file.folder
        else { return nil }
        return Naming(file: file.path, folder: file.folder, type: name, owner: owner[0].folder)
      }
    }
  }
}
