import OpenPayments

/// What a command calls with: the profile chosen, and the maker of its client.
struct Connection: Sendable {
  let catalogue: ProfileCatalogue
  let clients: ClientFactory

  /// The client of the chosen profile; says so on standard error if the built-in sandbox answers unasked.
  func client() async throws -> OpenPaymentsClient {
    if catalogue.isFallback { StandardError.print("opx: answered by the built-in sandbox, not the platform") }
    return try await clients.client(for: catalogue.chosen)
  }
}
