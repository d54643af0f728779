import FoundationEssentials
import HTTPTypes
import OpenPayments

/// The name of a file for something to be saved.
public struct SavingRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Never, Outcome>

  public enum Work: Sendable, Hashable {
    /// Write something to a new file.
    case write(SaveSource, path: String)
  }

  enum Outcome {
    /// A name is being typed, or no longer.
    case typing, closed
  }

  public private(set) var prompt: Prompt?
  /// Whether this run has made a call, under whichever profile.
  var hasCalls = false
  private var source = SaveSource.run
  /// From where a name was asked for last.
  private var askedFrom: Standpoint?

  /// Asks for the name of a body's file.
  mutating func open(for exchange: Exchange?, in world: World) -> Turn {
    guard let exchange, !exchange.body.isEmpty else { return .say("There is no body to save.") }
    return open(.body(exchange), name: exchange.fileName, in: world)
  }

  /// Asks for the name of an archive.
  mutating func open(_ source: SaveSource, in world: World) -> Turn {
    guard source != .run || hasCalls else { return .say("No call has been made yet.") }
    return open(source, name: "opx-\(world.now.forFileName).har", in: world)
  }

  private mutating func open(_ source: SaveSource, name: String, problem: Sentence? = nil, in world: World) -> Turn {
    self.source = source
    askedFrom = world.standpoint
    prompt = Prompt(source.title, text: name, problem: problem)
    return .tell(.typing)
  }

  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command) -> Turn? {
    switch command {
    case .accept:
      guard let path = prompt?.text, !path.isEmpty else {
        prompt?.problem = "Type a name, or leave with \(key: .cancel)."
        return .done
      }
      return close() + .work(.write(source, path: path))
    case .cancel: return close()
    default: return nil
    }
  }

  mutating func edit(_ change: (inout TextField) -> Void) -> Turn {
    prompt?.edit(change)
    return .done
  }

  private mutating func close() -> Turn {
    prompt = nil
    return .tell(.closed)
  }

  mutating func take(_ news: SaveOutcome, in world: World) -> Turn {
    switch news {
    case .saved(let path, let bytes): return .say("Saved \(bytes) bytes to \(path)")
    case .failed(let source, let path, let reason) where world.standpoint == askedFrom:
      return open(source, name: path, problem: "Not saved: \(reason)", in: world)
    case .failed(_, let path, let reason): return .say("\(path) was not saved: \(reason)")
    }
  }
}

extension SaveSource {
  fileprivate var title: String {
    switch self {
    case .body: "Save the body as"
    case .run, .exchanges: "Save the calls as an HTTP archive (HAR)"
    }
  }
}

extension Exchange {
  /// A name to begin with: what was asked for, when, and what came.
  fileprivate var fileName: String {
    guard !isFile else { return "copy-\(request.path?.split(separator: "/").last ?? "file")" }
    let type = response?.headerFields[.contentType] ?? ""
    let suffix = type.contains("json") ? "json" : type.contains("html") ? "html" : "txt"
    return "\(operation.rawValue)-\(startedAt.forFileName).\(suffix)"
  }
}

extension Date {
  fileprivate var forFileName: String { formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted)) }
}
