/// A real bank: its BIC and name are those of the national registries, its city that of the head office. The banks that the
/// platform's own documents name have the names given there.
///
/// A bank whose town is not certain has no place in these lists.
struct BankFixture: Sendable {
  let bicFi: String
  let name: String
  /// `nil` for the demo bank, which has none.
  let city: String?

  init(_ bicFi: String, _ name: String, _ city: String? = nil) {
    self.bicFi = bicFi
    self.name = name
    self.city = city
  }
}
