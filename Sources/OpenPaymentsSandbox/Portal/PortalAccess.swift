import HTTPTypes
import PortalRules

/// Who may use the portal: programs of this computer, and no web page but its own.
enum PortalAccess {
  /// A foreign name in `Host` means that a page's name was led to this computer (DNS rebinding); a foreign `Origin` means
  /// that a page elsewhere is calling.
  static func check(_ request: SandboxRequest) throws(PortalRefusal) {
    guard let authority = request.authority, Loopback.contains(authority: authority) else {
      throw refusal("The portal answers only under localhost, 127.0.0.1 and [::1].")
    }
    for field in request.fields where field.name == .origin {
      guard field.value.lowercased() == request.origin.lowercased() else {
        throw refusal("The portal takes no calls from other web pages.")
      }
    }
  }

  private static func refusal(_ text: String) -> PortalRefusal {
    PortalRefusal(status: .forbidden, code: "forbidden", text: text)
  }
}
