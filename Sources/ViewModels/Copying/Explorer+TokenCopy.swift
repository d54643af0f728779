import ExplorerStorage
import OpenPayments

extension Explorer {
  mutating func askToCopyToken() {
    overlay = nil
    guard let exchange = inspector.subject.inspection?.exchange else {
      notice = Notice("No answer has arrived yet.")
      return
    }
    guard !exchange.isFile else {
      notice = Notice("This is a file: there is no call to copy.")
      return
    }
    guard exchange.operation != .token else {
      notice = Notice("A token call carries the client secret, which is never copied.")
      return
    }
    guard exchange.operation.isAPICall else {
      notice = Notice("This call carries no token.")
      return
    }
    overlay = .question(Question(purpose: .copyWithToken(exchange)))
  }

  mutating func answerYes() -> [Effect] {
    guard case .question(let question) = overlay else { return [] }
    overlay = nil
    switch question.purpose {
    case .copyWithToken(let exchange): return [.fetchToken(profile, for: exchange)]
    case .deleteExchanges(let ids, _): return [.deleteExchanges(ids)]
    case .callProduction(let profile): return agree(to: profile)
    case .sendSecret(_, let hosts): return [.allow(hosts: hosts)]
    case .removeApplication(let application): return [.portal(.removeApplication(application))]
    case .removeTestUser(let user): return [.portal(.removeTestUser(user))]
    case .dropSecret: return []
    case .quit: return [.quit]
    }
  }

  mutating func answerNo() -> [Effect] {
    guard case .question(let question) = overlay else { return [] }
    overlay = nil
    switch question.purpose {
    case .quit, .copyWithToken, .deleteExchanges, .removeApplication, .removeTestUser: return []
    case .dropSecret(let page):
      overlay = .newApplication(page)
      return []
    case .callProduction(let profile), .sendSecret(let profile, _): return declineConsent(for: profile)
    }
  }

  /// The token goes from here to the clipboard and stays nowhere.
  mutating func copy(_ token: Result<Secret, LoadFailure>, with exchange: Exchange) -> [Effect] {
    switch token {
    case .success(let token):
      return [.copy(Clipping(code(of: exchange).curl(with: token), "the call with its token"))]
    case .failure(let failure):
      notice = Notice("\(failure.message) \(failure.suggestion)")
      return []
    }
  }
}
