/// Which row was last chosen in each list, so that coming back finds the cursor there.
struct PlaceMemory: Sendable, Hashable {
  var country: String?
  var cities: [String: String] = [:]
  var aspsps: [CityPlace: String] = [:]
}
