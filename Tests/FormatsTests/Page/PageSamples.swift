@testable import Formats

/// Pages made up for tests.
enum SamplePage {
  /// Two paragraphs that read like an article's.
  static let paragraphs = """
    <p>The harbour of Ostrava has no sea, which never kept anyone from building it, and the cranes stand there still.</p>
    <p>They were painted last spring, by hand, in a green that nobody had ordered, and the painters went home by tram.</p>
    """

  /// A page as newspapers make them.
  static func newspaper(_ article: String, head: String = "", behind: String = "") -> String {
    """
    <!DOCTYPE html><html lang="en"><head><title>Cranes without a sea | The Daily Hook</title>\(head)</head><body>
    <header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
    <main><article><h1>Cranes without a sea</h1>
    <div class="share-bar"><a href="https://social.example/share">Share this</a></div>
    <div class="article-body">\(article)</div></article>
    <aside class="related"><h2>More to read</h2><ul><li><a href="/a">A tram too late</a></li></ul></aside>
    <section id="comments"><p>First! I have never seen a crane like that, and my uncle, who was a painter, says the same.</p></section>
    \(behind)</main><footer><p>© The Daily Hook. All rights reserved.</p></footer></body></html>
    """
  }

  static func read(_ page: String, url: String? = "https://hook.example/2026/04/cranes") -> PageReading {
    Page.read(Array(page.utf8), url: url)
  }
}
