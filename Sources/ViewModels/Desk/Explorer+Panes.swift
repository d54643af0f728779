import ExplorerStorage
import HTTPTypes
import OpenPayments

/// Columns and inspector, and a comparison in its place.
extension Explorer {
  var isColumnFocused: Bool { focus != .inspector }

  /// - Returns: false for what means nothing of its own here.
  mutating func runInPanes(_ command: Command) -> Bool {
    let world = world
    if context == .comparison, take(comparison.run(command, in: world)) { return true }
    if take(inspector.run(command, isFocused: !isColumnFocused, in: world)) { return true }
    if take(browser.run(command, isFocused: isColumnFocused, on: &sessions.current.directory, in: world)) {
      return true
    }
    switch command {
    case .open: notice = Notice("This is as deep as it goes.")
    case .back: back()
    case .nextPane, .previousPane: if isColumnFocused { focus = .inspector } else { focus(on: browser.column) }
    case .zoom where file != nil: break
    case .zoom where !isZoomed && !viewport.sharesScreen:
      notice = Notice("One pane has the whole screen here already.")
    case .zoom: isZoomed.toggle()
    case .edit: editRequest()
    case .compare: take(comparison.open(subjectToCompare, among: callers, in: world))
    case .markForComparison: take(comparison.mark(subjectToCompare))
    case .copy: layers.push(.copyMenu)
    case .cancel: cancel()
    default: return false
    }
    return true
  }

  mutating func back() {
    browser.destination = nil
    leaveInspector()
  }

  /// Changes the text that is being typed into a filter or a search.
  mutating func editInPanes(_ change: (inout TextField) -> Void) {
    if browser.isTypingFilter { take(browser.edit(change)) } else { take(inspector.edit(change)) }
  }

  /// What is nearest ends first.
  private mutating func cancel() {
    if take(browser.cancelTyping()) { return }
    if call.pending != nil {
      take(call.cancel())
      return
    }
    if take(browser.cancelWay(&sessions.current.directory)) || take(inspector.cancel(isFocused: !isColumnFocused))
      || take(browser.cancelLoads(&sessions.current.directory)) || take(browser.cancelWalk())
      || take(browser.dropFilter())
    {
      return
    }
    if !isColumnFocused {
      if !refuses(.back) { leaveInspector() }
    } else if pointsToGuide {
      take(guide.dismissPointer())
    } else {
      notice = Notice("Nothing to cancel.")
    }
  }

  mutating func refresh() {
    guard session.retries.isEmpty else { return outbox.append(.retryNow(caller)) }
    take(browser.refresh(isFocused: isColumnFocused, &sessions.current.directory, in: world))
  }

  mutating func arrange(_ command: Command) {
    guard layers.top == nil, viewport.sharesScreen else {
      notice = Notice("One pane has the whole screen here: there is nothing to share.")
      return
    }
    take(look.arrange(command, focus, isComparing: comparison.shown != nil, viewport))
  }

  private mutating func editRequest() {
    guard let exchange = inspector.subject.inspection?.exchange else {
      notice = Notice("No call has been made for this yet.")
      return
    }
    guard exchange.request.method == .get, exchange.operation.isAPICall else {
      notice = Notice("Only calls of the API by GET can be sent again; tokens are fetched when they are needed.")
      return
    }
    let (origin, maker) = (subjectOrigin, self.profile(of: subjectOrigin))
    requestForm = RequestForm(exchange, basePath: (maker ?? profile).basePath)
    layers.push(.request)
    if let name = origin.name, name != profile.name {
      notice = Notice("This call was made under \(name); sent from here it goes out as \(profile.name).")
    }
  }

  /// Brings columns and inspector in line with the cursors.
  mutating func follow(settled: Bool) {
    let world = world
    if hasStarted, session.directory.countries.isUntouched {
      take(browser.load(.countries, &sessions.current.directory, in: world))
    }
    take(browser.follow(settled: settled, &sessions.current.directory, in: world))
    inspector.show(subject)
  }

  private var subject: Subject {
    var subject = plainSubject
    if inspector.page == .code {
      (subject.owner, subject.profiles) = (subject.inspection.map { tokenOwner(of: $0.exchange) }, profiles)
    }
    return subject
  }

  private var plainSubject: Subject {
    if let pinned = inspector.pinned { return Subject(inspection: pinned.inspection, details: pinned.details) }
    if let file { return Subject(placeholder: file.line, isFile: true) }
    return browser.subject(
      in: session, showsDetails: inspector.page == .details, width: viewport.inspectorWidth, keys)
  }
}
