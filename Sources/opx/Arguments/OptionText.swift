import ArgumentParser
import OpenPayments

/// What options may hold. A wrong one is wrong usage, whereas the same text in a variable is wrong configuration.
enum OptionText {
  /// An unset shell variable should not look like an option that wasn't given.
  static func nonEmpty(_ text: String) throws -> String {
    guard !text.isEmpty else { throw ValidationError("it is empty") }
    return text
  }

  /// An argument's bytes that are no UTF-8 are lost before anybody sees them.
  static func utf8(_ text: String) throws -> String {
    guard !text.unicodeScalars.contains("\u{FFFD}") else {
      throw ValidationError("it is not UTF-8; write such bytes as percent codes, like %E5")
    }
    return text
  }

  /// Whether plain http is allowed shows later, and so does a password in it, which the message here would repeat.
  static func address(_ text: String) throws -> String {
    do { _ = try BaseURL(text, allowPlainHTTP: true) } catch BaseURLError.containsCredentials {} catch {
      throw ValidationError("it \(error)")
    }
    return text
  }

  static func dialect(_ text: String) throws -> String {
    guard let dialect = Dialect(rawValue: text.lowercased()) else { throw ValidationError("it must be psd2 or seed") }
    return dialect.rawValue
  }

  static func choice(_ text: String) throws -> String {
    guard ["true", "false"].contains(text) else { throw ValidationError("it must be true or false") }
    return text
  }

  static func seconds(_ text: String) throws -> String {
    guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
      throw ValidationError("it must be a number of seconds above 0 and up to 86400")
    }
    return text
  }

  /// One of the values that have a name.
  static func known<Value: CaseIterable & RawRepresentable<String>>(_ text: String) throws -> Value {
    if let value = Value(rawValue: text) { return value }
    let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("\"\(text)\" is none of \(names)")
  }
}
