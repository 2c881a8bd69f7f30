import Briefing

/// A value of JSON (RFC 8259), whose keys stay in the order in which they were given, and stay when their value is null.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number that is no integer, or none that fits; always finite.
  case fraction(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A key and what stands under it.
  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: JSON

    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// An object with these members.
  public static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The object with more members behind its own; anything else as it is.
  func adding(_ members: KeyValuePairs<String, JSON>) -> JSON {
    adding(members.map { Member(key: $0.key, value: $0.value) })
  }

  func adding(_ members: [Member]) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own + members)
  }

  /// A text; null for none.
  public static func string(_ text: String?) -> JSON {
    text.map { .string($0) } ?? .null
  }

  /// A list of texts.
  public static func strings(_ texts: [String]) -> JSON {
    .array(texts.map { .string($0) })
  }
}

extension JSON {
  /// The one value that the bytes hold, which may nest 512 deep.
  /// - Throws: `FormatError.broken`.
  package static func value(of bytes: [UInt8]) throws(FormatError) -> JSON {
    try JSONScanner.value(of: bytes)
  }
}

extension JSON {
  /// One line: quotes, backslashes and what the gate lets nowhere through as escapes, and every other scalar as itself.
  public var line: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .fraction(let value): text += String(value)
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write(values, between: ("[", "]"), to: &text) { $0.write(to: &$1) }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &text) {
        Self.write($0.key, to: &$1)
        $1 += ": "
        $0.value.write(to: &$1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between marks: (String, String), to text: inout String,
    _ body: (Element, inout String) -> Void
  ) {
    text += marks.0
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      body(element, &text)
    }
    text += marks.1
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where Gate.lets(scalar): text.unicodeScalars.append(scalar)
      default: for unit in UTF16.encode(scalar) ?? .init() { text += escape(unit) }
      }
    }
    text += "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
