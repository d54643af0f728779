import FoundationEssentials
import HTTPTypes
import JSONText
import PortalRules

/// `/portal/testusers`, and one of them below it.
struct TestUsersResource {
  let store: PortalStore

  func collection(_ request: SandboxRequest, at now: Date, id: UUID) throws(PortalRefusal) -> SandboxResponse {
    switch request.method {
    case .get, .head:
      return .unstored(.ok, ["testusers": .array(try store.portalState(at: now).testUsers.map(\.json))])
    case .post: return try add(request, at: now, id: id)
    default: throw .method("GET, HEAD, POST")
    }
  }

  func item(_ request: SandboxRequest, id: String, at now: Date) throws(PortalRefusal) -> SandboxResponse {
    switch request.method {
    case .get, .head:
      guard let user = try store.portalState(at: now).testUser(id) else { throw .notFound }
      return .unstored(.ok, user.json)
    case .delete:
      try store.portalUpdate(at: now) { state throws(PortalRefusal) in
        guard state.testUser(id) != nil else { throw .notFound }
        state.removeTestUser(id)
      }
      return .unstored(.noContent)
    default: throw .method("GET, HEAD, DELETE")
    }
  }

  private func add(_ request: SandboxRequest, at now: Date, id: UUID) throws(PortalRefusal) -> SandboxResponse {
    var form = try PortalForm(request)
    let email = form.text("email", EmailAddress.problem)
    let password = form.text("password", PasswordRule.problem)
    let name = form.text("name", PersonName.problem)
    try form.check()
    guard let hash = try? PasswordHash(password) else {
      throw PortalRefusal(status: .internalServerError, code: "server_error", text: "The password cannot be hashed.")
    }
    let user = TestUser(
      id: id.uuidString.lowercased(), email: email, name: name.isEmpty ? nil : name, password: hash)
    try store.portalUpdate(at: now) { state throws(PortalRefusal) in
      guard !state.testUsers.contains(where: { $0.isReached(by: email) }) else {
        throw PortalRefusal(status: .conflict, code: "email_taken", text: "There is a test user with this address.")
      }
      guard state.testUsers.count < TestUser.maximumCount else { throw .full("test users", TestUser.maximumCount) }
      state.testUsers.append(user)
    }
    return .unstored(.created, user.json, [.location: "/portal/testusers/\(user.id)"])
  }
}
