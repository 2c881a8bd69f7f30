import Foundation
import Testing

@testable import Formats

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

@Suite("Reading JSON")
struct JSONScannerTests {
  private func read(_ text: String) -> JSON? { try? JSONScanner.value(of: Array(text.utf8)) }

  @Test func `gives back what was written, keys in their order`() {
    let value = JSON.object([
      "b": .null, "a": .array([.integer(-1), .bool(true), .fraction(-2.5e-9), .string("\u{0}\u{1B}\"\\/é😀")]),
      "b": .object([]),
    ])
    #expect(read(value.line) == value)
  }

  @Test(arguments: [
    (#""\u00e9\ud83d\ude00\/\b\f\n\r\t""#, JSON.string("é😀/\u{8}\u{C}\n\r\t")),
    ("\u{FEFF} [1, 2,]\r\n", .array([.integer(1), .integer(2)])),
    ("1e2", .fraction(100)), ("-0", .integer(0)), ("9223372036854775808", .fraction(0x1p63)),
    ("{\"a\":1,}", .object(["a": .integer(1)])),
  ])
  func `takes what others write`(text: String, value: JSON) {
    #expect(read(text) == value)
  }

  @Test(arguments: [
    "", " ", "{", "[1", "[,]", "{,}", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "01", "1.", ".5", "1e", "+1", "-",
    "1e400", "nul", "True", "NaN",
    #""\ud800""#, #""\ude00""#, #""\ud800x""#, #""\x""#, #""\u12"#, "\"", "\"\\", "\"\u{1}\"", "\"\n\"", "1 2", "{}{}",
    "[]\0", "\u{B}1",
  ])
  func `refuses what is none`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `refuses what is no UTF-8, and what is nested too deep`() {
    for byte in [0x80, 0xC0, 0xFF] as [UInt8] {
      #expect((try? JSONScanner.value(of: [0x22, byte, 0x80, 0x22])) == nil)
    }
    #expect(read(String(repeating: "[", count: 512) + String(repeating: "]", count: 512)) != nil)
    #expect(read(String(repeating: "[", count: 513) + String(repeating: "]", count: 513)) == nil)
    #expect(read(String(repeating: "{\"a\":[", count: 1_000_000)) == nil)
  }
}
