import Terminal
import ViewModels

extension Layout {
  /// A click on the header, the breadcrumb or a hint of the footer.
  func barAction(for mouse: Mouse, in explorer: Explorer, _ keyMap: KeyMap) -> Action? {
    guard case .press(.left) = mouse.action else { return nil }
    if footer.contains(mouse.position) {
      return FooterView.command(at: mouse.position, of: explorer, keyMap, in: footer).map(Action.command)
    }
    guard explorer.overlay == nil else { return nil }
    if header.contains(mouse.position) {
      return HeaderView.command(at: mouse.position, of: explorer, in: header).map(Action.command)
    }
    guard isStacked, breadcrumb.contains(mouse.position), explorer.page == nil else { return nil }
    return BreadcrumbView.pane(at: mouse.position, of: explorer, in: breadcrumb).map(Action.panePointed)
  }
}
