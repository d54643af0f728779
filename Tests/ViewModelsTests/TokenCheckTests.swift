import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing
import ViewModels

/// Checks of a token's signature, and what comes of them late.
struct TokenCheckTests {
  private static let valid = Result<SignatureCheck, LoadFailure>.success(.valid(keyID: "key-1", algorithm: "ES256"))

  private var checking: Browser {
    var browser = Browser.withToken()
    browser.press(.token, .checkSignature)
    return browser
  }

  @Test("s checks the signature, once at a time, and says how long it has taken")
  func checkingSignature() {
    var browser = checking
    #expect(browser.work == [.platform(.token(.check(World.report())), as: World.psd2)])
    #expect(browser.tick == browser.now + TimeInterval.quiet)
    browser.press(.checkSignature)
    #expect(browser.work.isEmpty)
    browser.wait(2)
    browser.send(.ticked)
    #expect(browser.tells("NOT VERIFIED: checking the signature… 2 s cancel stops."))
    browser.send(.token(browser.tag(of: World.psd2), .checked(World.report(), Self.valid)))
    #expect(browser.tells("Signature valid, key key-1 (ES256)") && !browser.tells("NOT VERIFIED"))
  }

  @Test("where the screen is small it shows the lines that tell of the check")
  func smallScreen() {
    var browser = Browser.settled(rows: 5)
    browser.obtain(World.report())
    browser.press(.token, .checkSignature)
    let shown = browser.tokenText.dropFirst(browser.tokenPage?.top ?? 0).prefix(5)
    #expect(shown.contains { $0.hasPrefix("NOT VERIFIED: checking") })
  }

  @Test("what else comes of it stays marked as not verified")
  func bad() {
    var browser = checking
    browser.send(.token(browser.tag(of: World.psd2), .checked(World.report(), .success(.invalid(keyID: nil)))))
    #expect(browser.tells("NOT VERIFIED: the signature is invalid: it was not made with the only key."))
    browser.press(.checkSignature)
    browser.send(.token(browser.tag(of: World.psd2), .checked(World.report(), .failure(World.failure("Busy.")))))
    #expect(browser.tells("NOT VERIFIED: Busy. wait a little"))
  }

  @Test(
    "Esc and Ctrl-C stop it before they close anything; what comes then is dropped",
    arguments: [
      Command.cancel, .interrupt,
    ])
  func stopping(command: Command) {
    var browser = checking
    browser.press(command)
    #expect(browser.work == [.token(.stopChecking, of: World.psd2)] && browser.context == .token)
    browser.send(.token(browser.tag(of: World.psd2), .checked(World.report(), Self.valid)))
    #expect(browser.tells("NOT VERIFIED: :check-signature checks"))
    browser.press(.cancel)
    #expect(browser.context == .columns)
  }

  @Test("a result that comes after the token was replaced is not shown for the new one")
  func replaced() {
    var browser = checking
    browser.obtain(World.report(renewals: 1))
    browser.send(.token(browser.tag(of: World.psd2), .checked(World.report(), Self.valid)))
    #expect(browser.tells("NOT VERIFIED: :check-signature checks"))
    browser.press(.checkSignature)
    browser.send(.token(browser.tag(of: World.psd2), .checked(World.report(), Self.valid)))
    #expect(browser.tells("checking the signature"))
  }

  @Test("a result that comes after the profile was switched is shown under its own profile alone")
  func switched() {
    var browser = checking
    browser.press(.quit, .profiles, .moveDown, .acceptFilter)
    #expect(browser.profile == World.seed)
    // The very same report: only the profile tells them apart.
    browser.obtain(World.report())
    browser.press(.token)
    #expect(browser.tells("NOT VERIFIED: :check-signature checks"))
    browser.press(.checkSignature)
    browser.send(.token(browser.tag(of: World.psd2), .checked(World.report(), Self.valid)))
    #expect(browser.tells("NOT VERIFIED: checking") && !browser.tells("Signature valid"))
    browser.send(.token(browser.tag(of: World.psd2), .renewed(World.failure())))
    browser.send(.token(browser.tag(of: World.psd2), .forgotten(nil)))
    #expect(browser.notice == nil && !browser.tells("busy"))
    browser.press(.cancel, .quit, .previousProfile, .token)
    #expect(browser.profile == World.psd2 && browser.tells("Signature valid, key key-1"))
  }
}
