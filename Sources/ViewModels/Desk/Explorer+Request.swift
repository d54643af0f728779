import ExplorerStorage
import HTTPTypes
import OpenPayments

/// The form in which a call is edited to be sent again.
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
    requestForm = RequestForm(exchange, basePath: (maker ?? profile).basePath)
    layers.push(.request)
    if let name = subjectOrigin.name, name != profile.name {
      notice = Notice("This call was made under \(name); sent from here it goes out as \(profile.name).")
    }
  }

  /// - Returns: false for what means nothing of its own here.
  mutating func runInRequest(_ command: Command) -> Bool {
    guard let form = requestForm else { return false }
    if let motion = Motion(command) {
      requestForm?.move(to: motion.target(from: form.cursor, count: form.rows.count, height: viewport.overlayRows))
      return true
    }
    switch command {
    case .nextField: requestForm?.moveField(by: 1)
    case .previousField: requestForm?.moveField(by: -1)
    case .addLine: requestForm?.addLine()
    case .deleteLine: if requestForm?.deleteLine() == false { notice = Notice("The path can be changed, not deleted.") }
    case .send:
      guard let request = form.request else {
        notice = form.problem.map { Notice("Not sent. \($0)") }
        return true
      }
      layers.close(.request)
      take(call.send(request, in: world))
    case .cancel, .quit: layers.close(.request)
    default: return false
    }
    return true
  }
}
