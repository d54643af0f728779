import Testing
import ViewModels

struct RowOrderTests {
  private func column(_ rows: [(code: String, name: String)]) -> Column {
    var column = Column()
    column.setHeight(10)
    column.setRows(list(rows), selecting: nil)
    return column
  }

  private func list(_ rows: [(code: String, name: String)]) -> RowList {
    RowList(rows.map { Row(id: $0.name, code: $0.code, name: $0.name) })
  }

  private let banks = [("SWEDSESS", "Swedbank"), ("NDEASESS", "avanza"), ("ESSESESS", "Ålandsbanken"), ("", "Nordea")]

  @Test("The order goes round: as sent, by name, by code; accents and case don't matter")
  func round() {
    var column = column(banks)
    column.turnOrder()
    #expect(column.order == .name)
    #expect(column.names == ["Ålandsbanken", "avanza", "Nordea", "Swedbank"])
    column.turnOrder()
    #expect(column.order == .code)
    #expect(column.names == ["Nordea", "Ålandsbanken", "avanza", "Swedbank"])
    column.turnOrder()
    #expect(column.order == .sent)
    #expect(column.names == banks.map(\.1))
  }

  @Test("Rows without codes have no order by code")
  func codeless() {
    var column = column([("", "Uppsala"), ("", "Lund")])
    column.turnOrder()
    #expect(column.names == ["Lund", "Uppsala"])
    column.turnOrder()
    #expect(column.order == .sent)
  }

  @Test("The cursor stays on its row, and the rows that come later take the order too")
  func staying() {
    var column = column(banks)
    column.move(to: 0)
    column.turnOrder()
    #expect(column.selected?.name == "Swedbank")
    #expect(column.cursor == 3)
    column.setRows(list(banks + [("HANDSESS", "Handelsbanken")]), selecting: "Swedbank")
    #expect(column.names == ["Ålandsbanken", "avanza", "Handelsbanken", "Nordea", "Swedbank"])
    #expect(column.selected?.name == "Swedbank")
    column.clear()
    column.setRows(list(banks), selecting: nil)
    #expect(column.names.first == "Ålandsbanken", "what another country shows is ordered as well")
  }

  @Test("A chosen order orders what a filter leaves; otherwise the best match is first")
  func filtered() {
    let banks = [("", "Nordea Bank"), ("", "Handelsbanken"), ("", "Bankia")]
    var column = column(banks)
    column.setFilter("bank")
    #expect(column.names.first == "Bankia")
    column.setFilter("")
    column.turnOrder()
    column.setFilter("an")
    #expect(column.names == ["Bankia", "Handelsbanken", "Nordea Bank"])
    column.turnOrder()
    #expect(column.order == .sent)
  }

  @Test("Those that are alike stay in the order in which they were sent")
  func stable() {
    var column = column([("B", "Same"), ("A", "same"), ("C", "SAME")])
    column.turnOrder()
    #expect(column.names == ["Same", "same", "SAME"])
  }
}
