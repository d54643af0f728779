import ExplorerStorage
import OpenPayments

@testable import ViewModels

extension EntryForm {
  private var profileForm: ProfileForm? { if case .profile(let form) = kind { form } else { nil } }

  /// The profile that is to be changed.
  var replaced: Profile? { profileForm?.replaced }

  /// The profile that is filled in and a secret to be kept for it; nil while something is wrong.
  var profile: (profile: Profile, secret: Secret?)? {
    profileForm.flatMap { ProfileEntries(entries, replacing: $0.replaced).profile }
  }
}
