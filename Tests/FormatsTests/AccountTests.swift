import Briefing
import Testing

@testable import Formats

@Suite struct `An answer of a server that keeps feeds` {
  @Test func `names the feeds that it follows, with their folders`() throws {
    let text = #"""
      {"subscriptions": [
        {"id": "feed/7", "title": "Sea &amp; Sky", "url": "https://sea.example/feed", "htmlUrl": "https://sea.example/",
         "categories": [{"id": "user/1005/label/By the sea", "label": "By the sea", "type": "folder"}]},
        {"id": "feed/https://b.example/rss", "title": "", "categories": []},
        {"id": "user/-/state/com.google/starred"}, {"title": "no id"}, 7]}
      """#
    let list = try AccountFeeds(Array(text.utf8))
    #expect(list.owners == ["1005"])
    #expect(
      list.feeds == [
        AccountFeed(
          stream: "feed/7", title: "Sea & Sky", url: "https://sea.example/feed", site: "https://sea.example/",
          folders: ["By the sea"]),
        AccountFeed(
          stream: "feed/https://b.example/rss", title: nil, url: "https://b.example/rss", site: nil, folders: []),
      ])
  }

  @Test(
    arguments: [
      "", "[]", "{}", "null", "<html>", #"{"subscriptions": {}}"#, #"{"error_message": "no"}"#,
      #"{"subscriptions": [{"id": "feed/1""#,
    ])
  func `that is no list of feeds is none`(text: String) {
    #expect(throws: FormatError.broken) { try AccountFeeds(Array(text.utf8)) }
  }

  @Test func `names the labels of entries, and no folder`() throws {
    let text = #"""
      {"tags": [{"id": "user/-/state/com.google/starred"}, {"id": "user/-/label/Sea", "type": "folder"},
        {"id": "user/-/label/To read/soon", "type": "tag"}, {"id": "user/-/label/Moon"}]}
      """#
    #expect(try AccountLabels(Array(text.utf8)).labels == ["To read/soon", "Moon"])
  }

  @Test func `lists ids in parts`() throws {
    func page(_ text: String) throws -> ItemIDPage { try ItemIDPage(Array(text.utf8)) }
    let first = try page(#"{"itemRefs": [{"id": "42"}, {"id": 43}, {}, {"id": "x"}], "continuation": "c2"}"#)
    #expect(first.ids.map(\.digits) == ["000000000000002a", "000000000000002b"] && first.continuation == "c2")
    #expect(try page(#"{"itemRefs": [], "continuation": "0"}"#) == page("{}"))
    #expect(
      try page(#"{"itemRefs": null}"#).ids.isEmpty && page(#"{"itemRefs": [], "continuation": 3}"#).continuation == "3")
    for broken in ["", "[]", #"{"error": "x"}"#, #"{"itemRefs": 3}"#, "<html></html>"] {
      #expect(throws: FormatError.broken) { try page(broken) }
    }
  }

  private static let entry = #"""
    {"id": "tag:google.com,2005:reader/item/000000000000002a", "title": "Cranes &amp; ports", "published": 1790000000,
     "timestampUsec": "1790000000000000", "author": "Ada", "canonical": [{"href": "https://sea.example/1"}],
     "alternate": [{"href": "https://other.example/"}], "enclosure": [{"href": "https://sea.example/1.mp3", "type": "audio"}],
     "categories": ["user/1005/state/com.google/reading-list", "user/1005/state/com.google/read",
       "user/-/state/com.google/starred", "user/1005/label/By the sea", "nothing"],
     "origin": {"streamId": "feed/7", "title": "Sea", "htmlUrl": "https://sea.example/"},
     "summary": {"content": "short"}, "content": {"content": "<p>Three <a href='/2'>cranes</a> fell.</p>"}}
    """#

  @Test func `has entries as stories, with their marks and labels`() throws {
    let entries = try AccountEntries(Array(#"{"id": "x", "items": [\#(Self.entry), {"title": "no id"}, 3]}"#.utf8))
    #expect(entries.owners == ["1005"] && entries.entries.count == 1)
    let entry = entries.entries[0]
    #expect(entry.id.digits == "000000000000002a" && entry.stream == "feed/7")
    #expect(entry.isRead && entry.isStarred && entry.labels == ["By the sea"])
    let story = entry.story.reading.story
    #expect(story.headline == "Cranes & ports" && story.publisher == "Sea" && story.authors == ["Ada"])
    #expect(story.published == Moment(seconds: 1_790_000_000) && story.url == "https://sea.example/1")
    #expect(story.lede.first?.text == "Three cranes fell.")
    #expect(story.lede.first?.spans.first?.style == .link(url: "https://sea.example/2"))
    #expect(story.lede.last?.text == "1.mp3")
    #expect(entry.story.original == Array(Self.entry.utf8))
  }

  @Test func `has a headline for an entry that says next to nothing`() throws {
    let text = #"{"items": [{"id": "7", "summary": {"content": "It rains in the harbour."}}, {"id": "8"}]}"#
    let stories = try AccountEntries(Array(text.utf8)).entries.map(\.story.reading.story)
    #expect(stories.count == 2 && stories.allSatisfy { !$0.headline.isEmpty })
  }

  @Test func `that is cut off anywhere has what is whole of it, or is none`() {
    let bytes = Array(#"{"items": [\#(Self.entry), \#(Self.entry)]}"#.utf8)
    for end in bytes.indices {
      let entries = try? AccountEntries(Array(bytes[..<end])).entries
      #expect((entries?.count ?? 0) <= 2)
    }
  }
}
