import Testing

@testable import Canvas

@Suite("Addresses in running text")
struct AddressTests {
  @Test("One that fits in a line stands on one line, and begins a new one for that")
  func whole() {
    let text = "see https://example.org/news/a-b?c=d, then (https://example.org/x_y)."
    #expect(
      wrapped(text, 34) == [
        "see", "https://example.org/news/a-b?c=d,", "then (https://example.org/x_y).",
      ])
  }

  @Test("A longer one begins where it stands and breaks after the marks that part it, and nothing is put in")
  func long() {
    let address = "https://www.example.org/news/2024/05/a-long-title?utm_source=letter&utm_medium=mail#top"
    let lines = wrapped("see \(address) now", 30)
    #expect(
      lines == [
        "see https://www.example.org/", "news/2024/05/a-long-title?", "utm_source=letter&utm_medium=", "mail#top now",
      ])
    #expect(lines.joined().contains(address))
    #expect(
      wrapped("https://a.example/one-two-three-four-five-six", 30) == [
        "https://a.example/one-two-", "three-four-five-six",
      ])
  }

  @Test("The scheme is never broken off, whatever the width", arguments: 9...40)
  func scheme(columns: Int) {
    for line in wrapped("so https://example.org/a/b and http://例え.jp/パス too", columns) {
      for scheme in ["h", "http", "https", "http:", "https:", "https:/", "https://", "http://"] {
        #expect(!line.hasSuffix(" \(scheme)") && line != scheme, "\(line)")
      }
    }
  }

  @Test("A piece without a mark to break after is broken at the width")
  func unbroken() {
    #expect(wrapped("http://aaaaaaaaaaaaaaaa", 10) == ["http://aaa", "aaaaaaaaaa", "aaa"])
  }

  @Test("Text of a script without spaces goes on right behind an address")
  func ideographs() {
    #expect(wrapped("見てhttps://a.example/bを見る", 19) == ["見て", "https://a.example/b", "を見る"])
    #expect(wrapped("見てhttps://a.example/bを見る", 23) == ["見てhttps://a.example/b", "を見る"])
  }

  @Test("Addresses without end cost what their length costs")
  func linear() {
    let text = String(repeating: "http://a://b/", count: 20_000)
    #expect(wrapped(text, 40).joined() == text)
  }
}

/// The lines of a text, as they are shown.
func wrapped(_ text: String, _ columns: Int) -> [String] {
  let bytes = Array(text.utf8)
  return Wrap.lines(of: text, columns: columns).map { String(decoding: bytes[$0.range], as: UTF8.self) }
}
