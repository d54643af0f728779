import FoundationEssentials
import HTTPTypes

/// `/portal/…`: where applications and test users are registered, as at a portal for developers, and sign-ins approved, as with
/// a second factor.
struct Portal: Sendable {
  let store: PortalStore

  /// - Parameters:
  ///   - path: the segments that follow `/portal`.
  ///   - id: for whatever is made.
  func respond(to request: SandboxRequest, path: ArraySlice<String>, at now: Date, id: UUID) -> SandboxResponse {
    do throws(PortalRefusal) {
      try PortalAccess.check(request)
      let rest = path.dropFirst()
      switch path.first {
      case "applications":
        return try ApplicationsResource(store: store).respond(to: request, path: rest, at: now, id: id)
      case "testusers":
        return try TestUsersResource(store: store).respond(to: request, path: rest, at: now, id: id)
      case "signins": return try SignInsResource(store: store).respond(to: request, path: rest, at: now)
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
