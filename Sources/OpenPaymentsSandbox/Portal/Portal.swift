import FoundationEssentials
import HTTPTypes

/// `/portal/…`: where applications and test users are registered, as at a portal for developers, and sign-ins approved, as with
/// a second factor.
struct Portal: Sendable {
  let store: PortalStore
  private var applications: ApplicationsResource { ApplicationsResource(store: store) }
  private var testUsers: TestUsersResource { TestUsersResource(store: store) }

  init(store: PortalStore) { self.store = store }

  /// - Parameters:
  ///   - path: the segments that follow `/portal`.
  ///   - id: for whatever is made.
  func respond(to request: SandboxRequest, path: ArraySlice<String>, at now: Date, id: UUID) -> SandboxResponse {
    do throws(PortalRefusal) {
      try PortalAccess.check(request)
      let item = path.dropFirst().first
      switch (path.first, item, path.count) {
      case ("applications", nil, _): return try applications.collection(request, at: now, id: id)
      case ("applications", let clientID?, 2): return try applications.item(request, clientID: clientID, at: now)
      case ("testusers", nil, _): return try testUsers.collection(request, at: now, id: id)
      case ("testusers", let user?, 2): return try testUsers.item(request, id: user, at: now)
      case ("signins", _, _):
        return try SignInsResource(store: store).respond(to: request, path: path.dropFirst(), at: now)
      default: throw .notFound
      }
    } catch {
      return error.response
    }
  }
}

extension PortalStore {
  /// ``state(at:)``, with a failure in the words of the portal.
  func portalState(at now: Date) throws(PortalRefusal) -> PortalState {
    do { return try state(at: now) } catch { throw .storage(error) }
  }

  /// ``update(at:_:)`` for a change that may refuse. A refusal must leave the state as it is.
  func portalUpdate<Value: Sendable>(
    at now: Date, _ change: (inout PortalState) throws(PortalRefusal) -> Value
  ) throws(PortalRefusal) -> Value {
    let result: Result<Value, PortalRefusal>
    do throws(SandboxFolderError) {
      result = try update(at: now) { state in
        do throws(PortalRefusal) { return .success(try change(&state)) } catch { return .failure(error) }
      }
    } catch {
      throw .storage(error)
    }
    return try result.get()
  }
}
