import JSONText

/// Takes the members of one object apart: those asked for by name, the rest kept as they came.
///
/// Servers differ in small things, so a number or a flag passes for a text, one item for a list, and null for a missing
/// member. What fits in no way is kept with the additional members rather than lost.
struct MemberReader {
  private let members: [(key: JSONValue, value: JSONValue)]
  private var isRead: [Bool]

  init(_ object: JSONValue) {
    members = Array(object.members)
    isRead = [Bool](repeating: false, count: members.count)
  }

  mutating func text(_ name: String) -> String? {
    guard let place = place(of: name) else { return nil }
    let value = members[place].value
    let text = value.scalarText
    isRead[place] = text != nil || value.kind == .null
    return text
  }

  mutating func texts(_ name: String) -> [String]? {
    list(name) { $0.scalarText }
  }

  mutating func objects<Item>(_ name: String, _ item: (JSONValue) -> Item) -> [Item]? {
    list(name) { $0.kind == .object ? item($0) : nil }
  }

  /// What was not read, in the order received.
  var additional: [AdditionalMember] {
    zip(members, isRead).compactMap { member, isRead in
      guard !isRead else { return nil }
      let value = JSONFragment(bytes: member.value.bytes)
      return AdditionalMember(name: member.key.string ?? "", value: value)
    }
  }

  private func place(of name: String) -> Int? {
    members.lastIndex { name ~= $0.key }
  }

  private mutating func list<Item>(_ name: String, _ item: (JSONValue) -> Item?) -> [Item]? {
    guard let place = place(of: name) else { return nil }
    let value = members[place].value
    guard value.kind != .null else {
      isRead[place] = true
      return nil
    }
    let values = value.kind == .array ? value.elements.filter { $0.kind != .null } : [value]
    let items = values.compactMap(item)
    isRead[place] = items.count == values.count
    return items
  }
}

extension JSONValue {
  /// A string, or any other scalar as sent; nil for null, arrays and objects.
  var scalarText: String? {
    switch kind {
    case .string: string
    case .number, .bool: text
    case .null, .array, .object: nil
    }
  }
}

extension JSONValue.Kind {
  var article: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}
