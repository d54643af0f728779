extension CommandFacts {
  /// Profiles, their forms, and the platform's guide.
  static let profiles: [CommandFacts] = [
    row(
      .profiles, "profiles", "profiles", .credentials, "Choose another profile, or add and change some",
      needs: .platform, .hint(190, [.columns, .inspector, .guide])),
    row(.previousProfile, "previous-profile", "profile before", .credentials, "Go back to the profile used before"),
    row(.addProfile, "add-profile", "add", .credentials, "Add a profile", .hint(30, [.profiles])),
    row(
      .editProfile, "edit-profile", "edit profile", .credentials,
      "Change the profile under the cursor; its name, too", .hint(40, [.profiles], "edit")),
    row(
      .duplicateProfile, "duplicate-profile", "duplicate", .credentials,
      "Add a profile that begins as a copy of the one under the cursor", .hint(50, [.profiles])),
    row(
      .deleteProfile, "delete-profile", "delete profile", .credentials,
      "Delete the profile under the cursor, with the secret that was typed for it", .hint(60, [.profiles], "delete")),
    row(.undoDelete, "undo-delete", "undo", .credentials, "Bring the deleted profile back"),
    row(
      .testProfile, "test-profile", "test", .credentials, "Try the profile: fetch a token, then the countries",
      .hint(20, [.profiles]), .hint(20, [.profileTest], "again")),
    row(
      .openTestedCall, "open-tested-call", "see the call", .credentials,
      "See the exchange that tells most of the trial", .hint(10, [.profileTest])),
    row(
      .reveal, "reveal", "reveal", .forms, "Show the secret being typed, or mask it again",
      isVerb: false, .hint(20, [.entry])),
    row(
      .save, "save", "save", .forms, "Save what the form holds",
      isVerb: false, .hint(950, [.entry], "done"), .hint(950, [.newApplication])),
    row(
      .gettingStarted, "getting-started", "guide", .gettingStarted,
      "Open the platform's guide, step by step, with what to do here", needs: .platform),
    row(
      .deleteGuideItem, "delete-guide-item", "delete entry", .gettingStarted,
      "Delete the application or test user under the cursor", .hint(50, [.guide], "delete")),
    row(
      .denySignIn, "deny-sign-in", "deny", .gettingStarted, "Deny the sign-in under the cursor; open approves it",
      .hint(30, [.guide])),
    row(
      .copyGuideItem, "copy-guide-item", "copy entry", .gettingStarted,
      "Copy the client id, email, address or link under the cursor", .hint(60, [.guide, .code], "copy")),
    row(
      .copySecret, "copy-secret", "copy secret", .gettingStarted,
      "Copy a new application's secret, which is shown once", .hint(60, [.newApplication])),
  ]
}
