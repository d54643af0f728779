import ArgumentParser
import ExplorerStorage
import Screens
import Testing
import ViewModels

@testable import opx

struct ManualTests {
  private let page = ManualCommand.page(.standard)

  @Test("It has every subcommand, setting and command of the explorer, with its keys")
  func complete() {
    func has(_ text: String) -> Bool { page.contains(text.replacing("-", with: "\\-")) }
    for subcommand in Opx.configuration.subcommands {
      #expect(has("\n.B \(subcommand.configuration.commandName ?? "?")\n\(subcommand.configuration.abstract)"))
    }
    for setting in Setting.allCases { #expect(has(setting.variable)) }
    for command in Command.allCases { #expect(has("(\(command.name))\n\(command.help)"), "\(command)") }
    #expect(has(".B f <C-p>  (find)"))
  }

  @Test("No text is taken for a request, and none is lost to an escape")
  func escaping() {
    var page = ManualPage(name: "x", section: 1, title: "T")
    page.item("'", ".PP \\n")
    #expect(page.text.hasSuffix(".TP\n.B \\&'\n\\&.PP \\en\n"))
    let requests = [".TH", ".SH", ".SS", ".PP", ".TP", ".B "]
    for line in self.page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains { line.hasPrefix($0) }, "\(line)")
    }
  }
}
