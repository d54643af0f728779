import Testing

@testable import ViewModels

/// The palette, without anybody who carries anything out.
struct CommandListRoomTests {
  private let keys = CommandKeys([.history: [.columns], .refresh: [.columns], .deleteExchanges: [.history]])

  private func list(_ text: String = "") -> CommandList {
    var list = CommandList(in: .columns, keys, height: 10)
    if !text.isEmpty { _ = list.edit { $0.insert(text) } }
    return list
  }

  @Test("The command under the cursor is run, once the list is closed")
  func running() {
    var list = list("refresh")
    #expect(list.selected == .refresh)
    let turn = list.run(.runCommand)
    #expect(turn?.told == ["closed", "run"])
    guard case .run(.refresh)? = turn?.outcomes.last else {
      Issue.record("Another command is run.")
      return
    }
  }

  @Test("One that works elsewhere says where, and the list stays")
  func unusable() {
    var list = list("delete-exchanges")
    #expect(list.selected == .deleteExchanges && !list.isUsable(.deleteExchanges))
    let turn = list.run(.runCommand)
    #expect(turn?.outcomes.isEmpty == true && turn?.said == "That works in the history only.")
  }

  @Test("Esc drops what was typed, then closes; what fits nothing is said")
  func leaving() {
    var list = list("zzzz")
    #expect(list.run(.runCommand)?.said == "No command fits.")
    #expect(list.run(.cancel)?.isQuiet == true && list.typed.field.isEmpty)
    #expect(list.run(.cancel)?.told == ["closed"] && list.run(.help)?.told == ["closed"])
  }

  @Test("The cursor moves; other commands mean nothing here")
  func moving() {
    var list = list()
    #expect(list.run(.moveDown)?.isQuiet == true && list.list.cursor == 1)
    #expect(list.run(.history) == nil && list.run(.open) == nil)
    #expect(list.point(at: 1) && !list.point(at: 2))
  }
}
