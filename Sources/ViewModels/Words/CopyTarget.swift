/// What can be copied of what is under the cursor and the call behind it.
public enum CopyTarget: Sendable, Hashable, CaseIterable {
  case value, key, path, identifier, address, body, headers, url, requestID, curl, swift, python, difference

  public init?(_ command: Command) {
    switch command {
    case .copyValue: self = .value
    case .copyKey: self = .key
    case .copyPath: self = .path
    case .copyIdentifier: self = .identifier
    case .copyAddress: self = .address
    case .copyBody: self = .body
    case .copyHeaders: self = .headers
    case .copyURL: self = .url
    case .copyRequestID: self = .requestID
    case .copyCurl: self = .curl
    case .copySwift: self = .swift
    case .copyPython: self = .python
    case .copyDifference: self = .difference
    default: return nil
    }
  }
}
