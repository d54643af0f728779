import FoundationEssentials
import HTTPTypes
import OpenPayments

extension Explorer {
  mutating func promptForBody() {
    guard let exchange = inspector.subject.inspection?.exchange, !exchange.body.isEmpty else {
      notice = Notice("There is no body to save.")
      return
    }
    overlay = .prompt(Prompt(.save(.body(exchange)), text: exchange.fileName))
  }

  /// Asks for the name of an archive: of the whole run unless told otherwise.
  mutating func promptForArchive(_ source: SaveSource = .run) {
    guard source != .run || hasCalled else {
      notice = Notice("No call has been made yet.")
      return
    }
    overlay = .prompt(Prompt(.save(source), text: "opx-\(now.forFileName).har"))
  }

  /// Takes what was typed.
  mutating func accept(_ prompt: Prompt) -> [Effect] {
    overlay = nil
    if prompt.text.isEmpty, case .save = prompt.purpose {
      overlay = .prompt(Prompt(prompt.purpose, problem: "Type a name, or leave with Esc."))
      return []
    }
    switch prompt.purpose {
    case .save(let source):
      savedFrom = standpoint
      return [.save(source, path: prompt.text)]
    case .command: return runCommandLine(prompt.text)
    case .historyFilter:
      if let problem = filterHistory(prompt.text) {
        overlay = .prompt(Prompt(prompt.purpose, text: prompt.text, problem: problem))
      }
      return []
    }
  }

  mutating func finish(_ outcome: SaveOutcome) {
    switch outcome {
    case .saved(let path, let bytes): notice = Notice("Saved \(bytes) bytes to \(path)")
    case .failed(let source, let path, let reason) where standpoint == savedFrom:
      overlay = .prompt(Prompt(.save(source), text: path, problem: "Not saved: \(reason)"))
    case .failed(_, let path, let reason): notice = Notice("\(path) was not saved: \(reason)")
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
