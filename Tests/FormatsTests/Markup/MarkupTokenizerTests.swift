import Testing

@testable import Formats

/// Tags, attributes and text of HTML, as its standard takes them apart.
@Suite struct `The tokenizer of HTML` {
  @Test func `gives tags, their attributes and text one after the other`() {
    #expect(
      Tokens.of("<p class=\"lead\" id=a hidden>One <B>two</b><br/>") == [
        "<p class='lead' id='a' hidden=''>", "One ", "<b>", "two", "</b>", "<br/>",
      ])
  }

  @Test func `replaces references in text and in attributes`() {
    #expect(
      Tokens.of("R&amp;D &eacute;t&#xE9; <a href='?a&lt=1&amp;b'>&copy2</a>") == [
        "R&D été ", "<a href='?a&lt=1&b'>", "©2", "</a>",
      ])
  }

  @Test func `takes a sign that opens nothing for text`() {
    #expect(Tokens.of("I <3 you, a < b, 1<2 <") == ["I <3 you, a < b, 1<2 <"])
  }

  @Test(arguments: [
    ("a<!-- b --><i>", ["a", "<i>"]), ("a<!-->b", ["a", "b"]), ("a<!--->b", ["a", "b"]), ("a<!-- b --!>c", ["a", "c"]),
    ("a<!-- b > -- c -->d", ["a", "d"]), ("a<!-- never ended <b>", ["a"]), ("<!DOCTYPE html>a", ["a"]),
    ("<?php x ?>a", ["a"]),
    ("</ x>a", ["a"]), ("</>a", ["a"]), ("<![CDATA[x]]>a", ["a"]),
  ])
  func `steps over comments and declarations`(text: String, tokens: [String]) {
    #expect(Tokens.of(text) == tokens)
  }

  @Test func `reads scripts, styles and titles as text up to their own end tag`() {
    #expect(Tokens.of("<script>if (a<b) '</p>'</SCRIPT >x") == ["<script>", "if (a<b) '</p>'", "</script>", "x"])
    #expect(Tokens.of("<title>A &amp; <b></title>") == ["<title>", "A & <b>", "</title>"])
    #expect(Tokens.of("<style>a &amp; b</style") == ["<style>", "a &amp; b</style"])
    #expect(
      Tokens.of("<script><!-- <script> </script> --></script>x") == [
        "<script>", "<!-- <script> </script> -->", "</script>", "x",
      ])
    #expect(Tokens.of("<plaintext></plaintext>") == ["<plaintext>", "</plaintext>"])
  }

  @Test func `leaves the text of pictures alone, which may have titles of their own`() {
    #expect(
      Tokens.of("<svg><style/><title>a<b></title></svg><p>") == [
        "<svg>", "<style/>", "<title>", "a", "<b>", "</title>", "</svg>", "<p>",
      ])
  }

  @Test func `makes one line feed of every line end, and shows zeros where text is not taken apart`() {
    #expect(Tokens.of("a\r\nb\rc\n") == ["a\nb\nc\n"])
    #expect(Tokens.of("<textarea>a\0") == ["<textarea>", "a\u{FFFD}"])
  }

  @Test func `drops a tag that the text ends in`() {
    for text in ["a<b", "a<b ", "a<b c", "a<b c=", "a<b c='d", "a<b c=d", "a<b c='d'", "a</b", "a</b c"] {
      #expect(Tokens.of(text) == ["a"], "\(text)")
    }
  }

  @Test func `keeps the first of two attributes of one name, and no more than a thousand`() {
    #expect(Tokens.of("<a b=1 B=2>") == ["<a b='1' b='2'>"])
    let many = (0..<50_000).map { "a\($0)=\($0)" }.joined(separator: " ")
    Array("<a \(many)>x".utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = MarkupTokenizer(bytes)
      #expect(tokenizer.next() == .startTag)
      #expect(tokenizer.attributes.count == MarkupTokenizer.mostAttributes)
      #expect(tokenizer.string(of: "a7") == "7")
      #expect(tokenizer.next() == .text)
    }
  }

  @Test func `ends whatever the bytes are, cut anywhere`() {
    let page =
      "<!DOCTYPE html><!-- c --><title>T&amp;</title><script>'<!--'</script><p a=\"b\" c='d' e=f g/>x&#12;<svg><![CDATA[y]]>"
    let bytes = Array(page.utf8)
    for end in bytes.indices {
      for mode in [MarkupTokenizer.Mode.html, .xml] {
        var words = 0
        bytes[..<end].withUnsafeBufferPointer { bytes in
          var tokenizer = MarkupTokenizer(bytes, mode: mode)
          while tokenizer.next() != .end { words += 1 }
          #expect(tokenizer.at == end)
        }
        #expect(words <= end)
      }
    }
  }

  @Test(arguments: [
    "<", "&", "<!--", "<a href=\"", "</scr", "<script><!--", "<!", "<?", "<a ", "<![CDATA[", "&#", "</",
  ])
  func `takes no more than one look at what is repeated`(piece: String) {
    let bytes = Array(String(repeating: piece, count: (1 << 20) / piece.utf8.count).utf8)
    let time = ContinuousClock().measure {
      bytes.withUnsafeBufferPointer { bytes in
        for mode in [MarkupTokenizer.Mode.html, .xml] {
          var tokenizer = MarkupTokenizer(bytes, mode: mode)
          while tokenizer.next() != .end {}
        }
      }
    }
    #expect(time < .seconds(20))
  }
}

/// The same of XML, as feeds have it.
@Suite struct `The tokenizer of XML` {
  @Test func `keeps names as they are written, with their prefixes`() {
    #expect(Tokens.of("<rss:Item xml:lang='en'/>", .xml) == ["<rss:Item xml:lang='en'/>"])
  }

  @Test func `gives sections as text in which nothing is a reference`() {
    #expect(Tokens.of("<t><![CDATA[a <b> &amp; ]] >]]>c</t>", .xml) == ["<t>", "a <b> &amp; ]] >", "c", "</t>"])
    #expect(Tokens.of("<![CDATA[cut", .xml) == ["cut"])
  }

  @Test func `reads the text of elements that HTML would not take apart`() {
    #expect(Tokens.of("<title>a<b/></title>", .xml) == ["<title>", "a", "<b/>", "</title>"])
  }

  @Test func `never reads a document type, so that no entity of one is replaced`() {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha ha > ]"><!ENTITY b "&a;&a;"><!-- ]> --><!ENTITY x SYSTEM "file:///etc/passwd">]>
      <r>&b;&x;&lt;</r>
      """
    #expect(Tokens.of(bomb, .xml) == ["\n", "<r>", "&b;&x;<", "</r>"])
  }

  @Test func `steps over instructions up to their own end`() {
    #expect(Tokens.of("<?x a > b ?><r/>", .xml) == ["<r/>"])
  }
}

/// Tokens as texts that are easily compared.
private enum Tokens {
  static func of(_ text: String, _ mode: MarkupTokenizer.Mode = .html) -> [String] {
    var tokens: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = MarkupTokenizer(bytes, mode: mode)
      while let token = next(of: &tokenizer) { tokens.append(token) }
    }
    return tokens
  }

  private static func next(of tokenizer: inout MarkupTokenizer) -> String? {
    switch tokenizer.next() {
    case .end: return nil
    case .text:
      var words: [UInt8] = []
      tokenizer.appendText(to: &words)
      return String(decoding: words, as: UTF8.self)
    case .endTag: return "</\(tokenizer.string(ofName: tokenizer.name))>"
    case .startTag:
      let attributes = tokenizer.attributes.map {
        " \(tokenizer.string(ofName: $0.name))='\(tokenizer.string(ofValue: $0.value))'"
      }
      return "<\(tokenizer.string(ofName: tokenizer.name))\(attributes.joined())\(tokenizer.isSelfClosing ? "/" : "")>"
    }
  }
}
