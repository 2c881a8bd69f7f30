import Testing

@testable import Briefing

@Suite struct `Character references` {
  @Test(arguments: [
    ("caf&eacute; &amp; bar", "café & bar"), ("&#233;&#xE9;&#XE9;", "ééé"), ("&NotEqualTilde;", "≂̸"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&copy 2026, &notit;", "© 2026, ¬it;"), ("&#8364", "€"),
    ("&#150; and &#x80;", "– and €"),
    ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
  ])
  func `stand for what HTML says`(text: String, meaning: String) {
    #expect(CharacterReference.resolved(text) == meaning)
  }

  @Test(arguments: ["&", "& b", "&;", "&#;", "&#x;", "&#", "&#x", "&nosuchname;", "R&D", "&#xg;", "a &", "&#-1;"])
  func `are none where nothing is named`(text: String) {
    #expect(CharacterReference.resolved(text) == text)
  }

  @Test func `leave the names of an address in peace`() {
    #expect(CharacterReference.resolved("?a=1&copy=2&lang=3&amp;x", rules: .attribute) == "?a=1&copy=2&lang=3&x")
    #expect(CharacterReference.resolved("?a=1&copy=2", rules: .text) == "?a=1©=2")
  }

  @Test func `need their semicolon in XML and in Markdown`() {
    #expect(CharacterReference.resolved("&lt &lt; &#60 &#60; &nbsp;", rules: .xml) == "&lt < &#60 < \u{A0}")
    #expect(CharacterReference.resolved("&copy &copy; &#35 &#35;", rules: .markdown) == "&copy © &#35 #")
  }

  @Test func `are short numbers in Markdown, which mean what Unicode says`() {
    #expect(CharacterReference.resolved("&#87654321; &#xabcdef0;", rules: .markdown) == "&#87654321; &#xabcdef0;")
    #expect(CharacterReference.resolved("&#1234567;&#128;", rules: .markdown) == "\u{FFFD}\u{80}")
  }

  @Test func `are read as far as the text goes`() {
    let bytes = Array("&amp;".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(CharacterReference.read(bytes, at: 0, limit: 5, rules: .text)?.end == 5)
      #expect(CharacterReference.read(bytes, at: 0, limit: 4, rules: .text)?.end == 4)
      #expect(CharacterReference.read(bytes, at: 0, limit: 3, rules: .text) == nil)
    }
  }

  @Test func `every listed name is found`() {
    let list = CharacterReference.listedNames.description.split { $0 == " " || $0 == "\n" }
    #expect(list.count == 2125)
    for word in list {
      let parts = word.split { $0 == "=" || $0 == "!" }
      let scalars = parts[1].split(separator: ",").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      #expect(CharacterReference.resolved("&\(parts[0]);") == String(String.UnicodeScalarView(scalars)), "\(word)")
    }
  }
}
