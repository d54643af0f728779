/// Which row was last chosen in each list, so that coming back finds the cursor there.
struct PlaceMemory: Sendable, Hashable {
  var country: String?
  var cities: [String: String] = [:]
  var aspsps: [CityPlace: Bank] = [:]

  /// Some have no BIC, and one BIC may be that of several.
  struct Bank: Sendable, Hashable {
    let bicFi: String
    let name: String
  }
}
