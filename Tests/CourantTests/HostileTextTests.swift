import Foundation
import Testing
import TmuxSupport

/// Nothing that a story says may command the terminal that it is printed on, whatever command prints it.
@Suite("Hostile and broken text")
struct HostileTextTests {
  static let pieces: [[UInt8]] = [
    Array("\u{1B}[31mred\u{1B}[0m".utf8), Array("\u{1B}]0;title\u{7}".utf8), Array("\u{1B}]52;c;aGk=\u{1B}\\".utf8),
    Array("\u{1B}Pnever ended".utf8), Array("\u{9B}2J".utf8), [0x9B, 0x32, 0x4A], Array("EVIL\u{8}\u{8}good".utf8),
    Array(repeating: 7, count: 1000), [0x00], [0x7F], [0x0E, 0x0F], Array("a\u{202E}b\u{2066}c".utf8),
    Array("a\u{200B}b\u{2060}c\u{E0041}d\u{FEFF}".utf8), [0xC0, 0xAF], [0xE0, 0x80, 0x9B], [0xF5, 0xFF, 0xFE],
    [0xED, 0xA0, 0x80], [0xEF, 0xB7, 0x90, 0xEE, 0x80, 0x80], Array("\u{2028}\u{2029}".utf8),
  ]

  @Test(arguments: pieces)
  func `no surface shows it as it is`(piece: [UInt8]) throws {
    let folder = try TemporaryFolder()
    func with(_ text: String) -> [UInt8] { Array(text.utf8) + piece + Array(" words".utf8) }
    let bytes =
      with("A headline") + with("\n\n- A bullet") + with("\n\nA lede (wire.example.org) ### A question? An answer")
      + Array(" (harbour.example.com)\n\nShared from ".utf8) + piece
    let path = try folder.write("2026-04-28-story.txt", bytes)
    for arguments in [
      ["show", path], ["show", "--json", path], ["show", "--markdown", path], [path], ["list", "--json", "--in", path],
      ["search", "words", "--in", path], ["questions", "--in", path], ["sources", "wire.example.org", "--in", path],
    ] {
      let outcome = try BuiltProgram.run(arguments)
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("headline"))
      let unclean = outcome.output.unicodeScalars.filter { !Self.isClean($0) }
      #expect(unclean.isEmpty, "\(arguments[0]) lets through \(unclean.map { String($0.value, radix: 16) })")
    }
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `UTF-16 with a byte-order mark is read`(encoding: String.Encoding) throws {
    let folder = try TemporaryFolder()
    let text = try #require("\u{FEFF}Ein Hafen wächst\n\nEs ist so. (wire.example.org)".data(using: encoding))
    let outcome = try BuiltProgram.run(["show", "--json", folder.write("x.txt", Array(text))])
    #expect(outcome.output.contains("\"headline\": \"Ein Hafen wächst\""))
    #expect(outcome.output.contains("\"sources\": [\"wire.example.org\"]"))
  }

  private static func isClean(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar == "\n"
    case .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
