import Foundation
import Testing

@testable import OpenPaymentsSandbox

@Suite("Password hashes")
struct PasswordHashTests {
  private func hash(rounds: Int = 16_384, blockSize: Int = 8, parallelism: Int = 1) throws -> PasswordHash {
    let text = """
      {"salt":"AAAA","key":"AAAA","rounds":\(rounds),"blockSize":\(blockSize),"parallelism":\(parallelism)}
      """
    return try JSONDecoder().decode(PasswordHash.self, from: Data(text.utf8))
  }

  @Test("a file's own numbers can neither stop the program nor keep it busy", arguments: [-1, 0, .min, .max, 1 << 40])
  func oddNumbers(number: Int) throws {
    #expect(try !hash(rounds: number).matches("abc1234"))
    #expect(try !hash(blockSize: number).matches("abc1234"))
    #expect(try !hash(parallelism: number).matches("abc1234"))
    #expect(try PasswordHash("abc1234").matches("abc1234"))
  }
}
