/// What a query over exchanges can ask for by name.
enum HistoryField: String, QueryField {
  case status, path, profile, method, host
  case operation = "op"
  case id
  case duration = "dur"
  case size, since, until, body

  var example: String {
    switch self {
    case .status: "404, 4xx, >=400 or failed"
    case .path: "cities"
    case .profile: "sandbox"
    case .method: "GET"
    case .host: "api"
    case .operation: "token"
    case .id: "6f1d"
    case .duration: ">200ms"
    case .size: ">1MB"
    case .since: "1h or 2026-11-01"
    case .until: "2d or 2026-11-01"
    case .body: "HANDSESS"
    }
  }
}
