import FoundationEssentials
import HTTPTypes
import JSONText

/// `/portal/signins`: the second factor, which approves or denies the sign-ins that wait for it.
struct SignInsResource {
  let store: PortalStore

  func respond(
    to request: SandboxRequest, path: ArraySlice<String>, at now: Date
  ) throws(PortalRefusal) -> SandboxResponse {
    switch (path.count, path.first, path.last) {
    case (0, _, _):
      guard request.method == .get || request.method == .head else { throw .method("GET, HEAD") }
      let state = try store.portalState(at: now)
      return .unstored(.ok, ["signins": .array(state.signIns.compactMap(state.json(ofWaiting:)))])
    case (2, let id?, "approve"): return try decide(request, id, isApproved: true, at: now)
    case (2, let id?, "deny"): return try decide(request, id, isApproved: false, at: now)
    default: throw .notFound
    }
  }

  private func decide(
    _ request: SandboxRequest, _ id: String, isApproved: Bool, at now: Date
  ) throws(PortalRefusal) -> SandboxResponse {
    guard request.method == .post else { throw .method("POST") }
    try store.portalUpdate(at: now) { state throws(PortalRefusal) in
      guard let index = state.signIns.firstIndex(where: { $0.id == id && $0.isWaiting }) else { throw .notFound }
      state.signIns[index].secondFactor?.isApproved = isApproved
    }
    return .unstored(.noContent)
  }
}
