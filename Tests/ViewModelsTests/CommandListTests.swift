import OpenPayments
import Testing

@testable import ViewModels

/// The keys' help, from which commands are carried out as well.
struct CommandListTests {
  private func commands(_ browser: Browser) -> [Command] {
    guard let list = browser.commandList else { return [] }
    return (0..<list.list.count).compactMap(list.command(at:))
  }

  /// One for whom the history has a key in the lists, and marking exchanges in the history alone.
  private func browser() -> Browser {
    var browser = Browser(
      World.psd2, shelf: ProfileShelf(own: [World.psd2]),
      keys: CommandKeys([
        .copy: [.columns], .copyURL: [.copy], .mark: [.history], .deleteExchanges: [.history], .quit: [.columns],
        .history: [.columns],
      ]))
    browser.answerAll()
    browser.press(.help)
    return browser
  }

  @Test("Every command is there once; what doesn't work here comes last")
  func all() {
    let browser = browser()
    let commands = commands(browser)
    #expect(commands.count == Command.allCases.count && Set(commands) == Set(Command.allCases))
    #expect(Set(commands.suffix(2)) == [.mark, .deleteExchanges])
    #expect(browser.commandList?.isUsable(.mark) == false && browser.commandList?.isUsable(.history) == true)
  }

  @Test("Commands have a title for the footer, a name and a sentence for the help, no two the same")
  func words() {
    for words in [\Command.title, \.help, \.name] {
      #expect(Set(Command.allCases.map { $0[keyPath: words] }).count == Command.allCases.count)
    }
    for command in Command.allCases {
      #expect(command.title.count <= 14)
      #expect(command.help.first?.isUppercase == true)
      #expect(command.help.last != ".")
      #expect(command.name.allSatisfy { $0.isLowercase || $0 == "-" })
    }
    #expect(Command.copyCurlWithToken.name == "copy-curl-with-token" && Command.copyRequestID.name == "copy-request-id")
  }

  @Test("The table has one row for every command, in their order")
  func rows() { #expect(CommandFacts.all.map(\.command) == Command.allCases) }

  @Test("No two hints of a context have the same rank", arguments: Context.allCases)
  func ranks(context: Context) {
    let ranks = context.hints.map(\.hint.rank)
    #expect(Set(ranks).count == ranks.count && !ranks.isEmpty)
  }

  @Test("Typing narrows it by what a command does or is called; what works here is found first")
  func narrowing() {
    var browser = browser()
    browser.type("exchanges")
    #expect(commands(browser).first == .history)
    #expect(commands(browser).contains(.deleteExchanges))
    browser.press(.cancel)
    #expect(commands(browser).count == Command.allCases.count)
    browser.type("copy-curl")
    #expect(commands(browser).first == .copyCurl)
    browser.type("zzz")
    #expect(commands(browser).isEmpty)
    browser.press(.runCommand)
    #expect(browser.notice?.text == "No command fits.")
  }

  @Test("Enter carries out the command, or says where it works")
  func running() {
    var browser = browser()
    browser.type("show the exchanges of this")
    browser.press(.runCommand)
    #expect(browser.context == .history)
    browser = self.browser()
    browser.type("mark the exchange")
    browser.press(.runCommand)
    #expect(browser.notice?.text == "That works in the history only." && browser.commandList != nil)
  }

  @Test("What the copy menu has can be copied from here as well")
  func copying() {
    var browser = browser()
    browser.type("copy the url")
    #expect(
      browser.commandList?.list.selected?.name == "Copy the URL of the call"
        && browser.commandList?.isUsable(.copyURL) == true)
    browser.press(.runCommand)
    #expect(browser.work == [.copying(.copy(Clipping("https://api.example/psd2/x", "the URL")))])
  }

  @Test("Nobody quits by a slip: from the list it is asked first")
  func quitting() {
    var browser = browser()
    browser.type("name:quit")
    browser.press(.runCommand)
    #expect(browser.work.isEmpty && browser.context == .question)
    browser.press(.decline)
    #expect(browser.context == .columns)
    browser.press(.help)
    browser.type("name:quit")
    browser.press(.runCommand, .confirm)
    #expect(browser.work == [.quit])
  }

  @Test("It opens at what matters where one is, and gives back what it lay over")
  func places() {
    var browser = Browser.withToken()
    browser.press(.token, .help)
    #expect(commands(browser).first?.group == .token)
    browser.press(.cancel)
    #expect(browser.context == .token)
    browser.press(.help, .help)
    #expect(browser.context == .token)
    browser.press(.quit, .help, .moveUp, .moveDown, .pageDown)
    #expect(browser.commandList?.list.cursor == 1 + browser.viewport.finderRows)
    #expect(browser.countries.cursor == 0, "what lies under it stays")
  }
}
