/// Tells a profile from all others for as long as its calls stay the same: another name, a note or a colour doesn't change it,
/// but another host, dialect, client, secret, scope or certificate does. A ``ProfileShelf`` hands it out.
public struct ProfileTag: Sendable, Hashable {
  /// Of a profile that no shelf knows.
  static let unknown = ProfileTag(number: 0)

  let number: Int
}
