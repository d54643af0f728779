public import ExplorerStorage
import HTTPTypes
import OpenPayments

extension Explorer {
  mutating func editRequest() {
    guard let exchange = inspector.subject.inspection?.exchange else {
      notice = Notice("No call has been made for this yet.")
      return
    }
    guard exchange.request.method == .get, exchange.operation.isAPICall else {
      notice = Notice("Only calls of the API by GET can be sent again; tokens are fetched when they are needed.")
      return
    }
    let maker = self.profile(of: subjectOrigin)
    overlay = .form(RequestForm(exchange, basePath: (maker ?? profile).basePath))
    if let name = subjectOrigin.name, name != profile.name {
      notice = Notice("This call was made under \(name); sent from here it goes out as \(profile.name).")
    }
  }

  mutating func changeForm(_ command: Command) {
    guard case .form(var form) = overlay else { return }
    switch command {
    case .nextField: form.moveField(by: 1)
    case .previousField: form.moveField(by: -1)
    case .addLine: form.addLine()
    case .deleteLine: if !form.deleteLine() { notice = Notice("The path can be changed, not deleted.") }
    default: break
    }
    overlay = .form(form)
  }

  /// Sends what the form holds; nothing goes out before.
  mutating func sendForm() -> [Effect] {
    guard case .form(let form) = overlay else { return [] }
    guard let request = form.request else {
      notice = form.problem.map { Notice("Not sent. \($0)") }
      return []
    }
    overlay = nil
    return call(request)
  }

  /// Changes the text that is being typed: the form's, the prompt's, the filter's or that of a search.
  mutating func editText(_ change: (inout TextField) -> Void) -> [Effect] {
    if case .form(var form) = overlay {
      form.edit(change)
      overlay = .form(form)
    } else if case .entry(var form) = overlay {
      form.edit(change)
      overlay = .entry(form)
    } else if case .profiles(var switcher) = overlay {
      var field = TextField(switcher.list.filter)
      change(&field)
      switcher.setFilter(field.text)
      overlay = .profiles(switcher)
    } else if overlay?.typedList != nil {
      overlay?.typedList?.edit(change)
    } else if case .prompt(var prompt) = overlay {
      prompt.edit(change)
      if case .historyFilter = prompt.purpose { prompt.problem = filterHistory(HistoryQuery.settled(prompt.text)) }
      overlay = .prompt(prompt)
    } else if isTypingFilter {
      var field = TextField(self[column].filter)
      change(&field)
      self[column].setFilter(field.text)
    } else if var input = bodyInput {
      change(&input.field)
      input.completion = nil
      bodyInput = input
      return input.purpose == .search ? search(for: input.field.text) : query(input.field.text)
    }
    return []
  }
}

extension Profile {
  /// Where calls of the API go, for people: nil for the sandbox inside this program.
  public var destination: String? {
    guard case .hosts(let auth, let api) = environment else { return nil }
    return (api ?? auth).description
  }

  fileprivate var basePath: String {
    guard case .hosts(let auth, let api) = environment else { return "" }
    return (api ?? auth).path
  }
}
