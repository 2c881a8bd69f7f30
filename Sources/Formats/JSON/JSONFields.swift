/// The fields of an object, each of which may be anything.
struct JSONFields {
  let members: [JSON.Member]

  subscript(key: String) -> JSON? { members.last { $0.key == key }?.value }

  /// A text or a number; nil where there is none, or nothing in it.
  func text(_ key: String) -> String? { self[key].flatMap(Self.text) }

  static func text(_ value: JSON) -> String? {
    switch value {
    case .string(let text): text.contains { !$0.isWhitespace } ? text : nil
    case .integer(let number): String(number)
    default: nil
    }
  }

  /// The elements of a list; what is no list is its only one.
  func list(_ key: String) -> [JSON] {
    guard let value = self[key], value != .null else { return [] }
    return value.elements ?? [value]
  }

  func objects(_ key: String) -> [JSONFields] { list(key).compactMap { $0.members.map(JSONFields.init) } }
}
