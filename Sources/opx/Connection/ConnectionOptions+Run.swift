extension ConnectionOptions {
  /// Does a command's work with the connection that the options lead to. Afterwards, however it ends, its exchanges are in
  /// the history.
  ///
  /// - Parameter needsAPI: false if only a token is wanted.
  func run(needsAPI: Bool = true, _ work: (Connection) async throws -> Void) async throws {
    let connection = try connection(needsAPI: needsAPI)
    connection.catalogue.stored.tellProblems()
    do { try await work(connection) } catch {
      await connection.finish()
      throw error
    }
    await connection.finish()
  }
}
