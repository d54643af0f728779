import ExplorerStorage
import OpenPayments
import PortalClient

/// Forms, who opened them, and who is told of what they hold.
extension Explorer {
  /// Over what it was opened from, to which one goes back.
  mutating func fillIn(_ form: EntryForm) {
    self.form = form
    layers.push(.form)
  }

  func entryForm(_ form: Guide.Form) -> EntryForm {
    let taken = Set(profiles.map(\.name))
    return switch form {
    case .application: .application()
    case .testUser: .testUser()
    case .credentials: .pastedCredentials()
    case .profile(let application): .profile(of: application, taken: taken)
    case .newProfile(let new): .profile(of: new, taken: taken)
    case .signIn(let application, let emails): .signIn(to: application, of: emails)
    }
  }

  /// News of the guide, which may be what a form waits for.
  mutating func take(_ news: Guide.News) {
    guard case .portal(let task, let result) = news, let filled = Self.filled(by: task), form?.awaits(filled) == true
    else {
      take(guide.take(news, isAwaited: false, in: world))
      return
    }
    take(guide.take(news, isAwaited: true, in: world))
    switch result {
    case .success: layers.close(.form)
    case .failure(let error): form?.refuse(error)
    }
  }

  /// The form that asks for it.
  private static func filled(by task: PortalTask) -> EntryForm.Filled? {
    switch task {
    case .register(let draft): .application(draft)
    case .addTestUser(let draft): .testUser(draft)
    case .read, .removeApplication, .removeTestUser, .decide, .withdraw: nil
    }
  }
}
