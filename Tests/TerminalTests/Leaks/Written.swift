import Testing
import TmuxSupport

/// What a run wrote on its terminal, to be judged.
struct Written {
  private let bytes: [UInt8]
  /// What is left when the folder's own name, how long something took, the room on the disk, empty lines, rules, what was set aside and the notice
  /// that a file is not all UTF-8 are taken out: those may differ between two sides that show the same.
  let comparable: String

  private static var notices: Regex<Substring> { /courant: [^\r]{1,100} is not all UTF-8, [^\r]*\r\n/ }

  /// An add says how long it took where that was long.
  private static var times: Regex<Substring> { /(?: \(|^courant: )readable after .*/ }

  init(_ bytes: [UInt8], at path: String) {
    self.bytes = bytes
    let text = String(decoding: bytes, as: UTF8.self).replacing(Self.notices, with: "")
      .split(separator: "\r\n", omittingEmptySubsequences: false).map { $0.replacing(Self.times, with: "") }
      .filter { !$0.isEmpty && $0 != "---" }
      .joined(separator: "\r\n")
    let pieces = /"setAside": (?:\[\]|\[\{.*?\}\])/
    let lines = /(?:control character|malformed text): ".*"\r\n/
    comparable = text.split(separator: path, omittingEmptySubsequences: false).joined(separator: "HERE")
      .replacing(/[0-9.]+ (?:s|ms|GB free)\b/, with: "").replacing(pieces, with: "").replacing(lines, with: "")
  }

  /// What no xterm understands, and every scalar beyond ASCII that is not allowed on any; nothing if all is well.
  var strange: [String] {
    guard let description = Self.description else { return ["no description"] }
    let unknown = Vocabulary(description: description, encoding: .utf8).notUnderstood(in: bytes)
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return unknown + scalars.filter { !$0.isASCII && !Self.isAllowed($0) }.map { "U+" + String($0.value, radix: 16) }
  }

  private static let description = Description("xterm-256color")

  /// By Unicode's own categories, as the standard library has them, and not by the gate's table.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: ["\u{200C}", "\u{200D}", "\u{FE0E}", "\u{FE0F}"].contains(scalar) || !isHidden(scalar)
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
      || scalar == "\u{2800}"
  }

  /// The first line in which two runs differ, as both have it; nothing where they are the same.
  static func difference(_ left: Written, _ right: Written) -> String? {
    let lines = [left, right].map { $0.comparable.split(separator: "\r\n", omittingEmptySubsequences: false) }
    if left.comparable.unicodeScalars.elementsEqual(right.comparable.unicodeScalars) { return nil }
    let place = zip(lines[0], lines[1]).enumerated().first { !$1.0.unicodeScalars.elementsEqual($1.1.unicodeScalars) }
    guard let place else { return "\(lines[0].count) lines, and \(lines[1].count)" }
    let (one, other) = (Array(place.element.0.unicodeScalars), Array(place.element.1.unicodeScalars))
    let same = zip(one, other).prefix { $0 == $1 }.count
    let parts = [one, other].map { String(String.UnicodeScalarView($0.dropFirst(max(0, same - 40)).prefix(80))) }
    return "line \(place.offset): \(parts[0].debugDescription) and \(parts[1].debugDescription)"
  }
}
