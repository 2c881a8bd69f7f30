import Foundation
import Testing

@testable import courant

@Suite("Printing JSON")
struct JSONTests {
  @Test func `keys keep their order and stay when null`() {
    let value = JSON.object(["b": .null, "a": .array([.integer(-1), .bool(true)]), "c": .object([])])
    #expect(value.line == #"{"b": null, "a": [-1, true], "c": {}}"#)
  }

  @Test func `any text is read back as it was`() throws {
    let scalars = (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{FEFF}", "\u{1F600}", "\u{10FFFF}"]
    let text = String(String.UnicodeScalarView(scalars))
    let line = JSON.array([.string(text)]).line
    #expect(!line.contains("\n"))
    let back = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String]
    #expect(back?.first.map { Array($0.utf8) } == Array(text.utf8))
  }

  @Test func `no control reaches a terminal`() {
    let line = JSON.string("\u{1B}[31m\u{9B}2J\u{7F}").line
    #expect(line == #""\u001b[31m\u009b2J\u007f""#)
  }
}
