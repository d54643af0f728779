extension CommandFacts {
  /// Comparing calls, those of earlier runs, and the token.
  static let comparing: [CommandFacts] = [
    row(
      .compare, "compare", "compare", .comparing,
      "Compare the call with itself now, under other profiles, or with the marked one", needs: .platform,
      .hint(140, [.inspector, .body, .history]), .hint(180, [.comparison])),
    row(
      .markForComparison, "mark-for-comparison", "mark call", .comparing,
      "Mark the call to compare another one with it later", needs: .platform),
    row(
      .toggleMark, "toggle-mark", "mark profile", .comparing, "Make the call under this profile, too",
      .hint(70, [.profiles], "mark"), .hint(70, [.compareMenu])),
    row(
      .startComparison, "start-comparison", "start", .comparing,
      "Compare with what is under the cursor, or as all marked profiles", .hint(950, [.compareMenu])),
    row(
      .nextDifference, "next-difference", "differences", .comparing, "Go to the next difference",
      .hint(10, [.comparison], keys: [.nextDifference, .previousDifference])),
    row(.previousDifference, "previous-difference", "one before", .comparing, "Go to the difference before"),
    row(
      .toggleEqual, "toggle-equal", "equal rows", .comparing, "Unfold equal rows, or fold them again",
      .hint(20, [.comparison])),
    row(
      .nextSide, "next-side", "next answer", .comparing, "Compare with the next of several answers",
      .hint(140, [.comparison])),
    row(.previousSide, "previous-side", "answer before", .comparing, "Compare with the answer before"),
    row(
      .copyDifference, "copy-difference", "JSON Patch", .copying,
      "Then what differs, as a JSON Patch (RFC 6902) from the left to the right", .hint(40, [.copy])),
    row(
      .history, "history", "history", .history, "Show the exchanges of this and earlier runs, or close them",
      needs: .platform, .hint(180, [.columns])),
    row(
      .mark, "mark", "mark", .history, "Mark the exchange under the cursor, or take the mark away",
      .hint(90, [.history])),
    row(
      .deleteExchanges, "delete-exchanges", "delete", .history,
      "Delete the marked exchanges, or the one under the cursor", .hint(160, [.history])),
    row(
      .token, "token", "token", .token, "Show what is known of the profile's token, or close it",
      needs: .platform, .hint(200, [.columns])),
    row(
      .tokenExchange, "token-exchange", "its call", .token, "Then the call that fetched it, or the one that failed",
      .hint(40, [.guide], "inspect the call"), .hint(40, [.token])),
    row(
      .checkSignature, "check-signature", "verify", .token,
      "Then check its signature with the keys that its issuer publishes", .hint(10, [.token])),
    row(.renewToken, "renew-token", "new token", .token, "Then forget it and fetch a new one", .hint(20, [.token])),
    row(
      .forgetToken, "forget-token", "forget token", .token, "Forget the token, here and in the file where it is kept",
      .hint(90, [.profiles, .token])),
    row(
      .copyClaims, "copy-claims", "copy claims", .token, "Then copy its claims as JSON, never the token itself",
      .hint(50, [.token])),
  ]
}
