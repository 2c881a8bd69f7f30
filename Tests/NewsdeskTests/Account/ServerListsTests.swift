import Briefing
import Testing

@testable import Newsdesk

@Suite struct `The lists of a server` {
  private let one = ItemID(1)
  private let two = ItemID(2)
  private let three = ItemID(3)

  @Test func `say what is otherwise than the last time`() {
    let lists = ServerLists(unread: [one], starred: [two], labelled: [:])
    let known = [
      one: ItemState(isRead: true, isStarred: false), two: ItemState(isRead: true, isStarred: false),
      three: ItemState(isRead: true, isStarred: false),
    ]
    let (marks, doubtful) = lists.changes(since: known) { _ in false }
    #expect(marks == [ServerMark(one, .unread(true)), ServerMark(two, .starred(true))] && doubtful.isEmpty)
  }

  @Test func `leave open whether what is in none of them was read or is gone`() {
    let lists = ServerLists(unread: [], starred: [], labelled: [:])
    let known = [one: ItemState(isRead: false, isStarred: true), two: ItemState(isRead: false, isStarred: false)]
    #expect(lists.changes(since: known) { _ in false }.doubtful == [one, two])
    let (marks, doubtful) = lists.changes(since: known) { $0 == one }
    #expect(marks == [ServerMark(one, .unread(false)), ServerMark(one, .starred(false))] && doubtful == [two])
  }

  @Test func `say whether a mark is there`() {
    let lists = ServerLists(unread: [one], starred: [two], labelled: ["sea": [three]])
    #expect(lists.has(.unread(true), one) && !lists.has(.unread(false), one) && lists.has(.unread(false), two))
    #expect(lists.has(.starred(true), two) && lists.has(.starred(false), one))
    #expect(lists.has(.tagged("sea", true), three) && lists.has(.tagged("moon", false), three))
  }

  @Test func `have labels as tags, but for folders`() {
    let labels = ServerLabels(["Deep Sea", "Ports", "deep sea"], folders: ["ports"])
    #expect(labels.names == ["deep-sea": "Deep Sea"])
    #expect(labels.tags(of: ["Deep Sea", "Ports", "Moon", "deep-sea"]) == ["deep-sea"])
  }

  @Test(
    arguments: [
      (AccountAccess.Kind.freshrss, "https://h.example/", "https://h.example/api/greader.php"),
      (.freshrss, "https://h.example/rss", "https://h.example/rss/api/greader.php"),
      (.freshrss, "https://h.example/api/", "https://h.example/api/greader.php"),
      (.freshrss, "https://h.example/api/greader.php", "https://h.example/api/greader.php"),
      (.miniflux, "http://127.0.0.1:8101", "http://127.0.0.1:8101"),
      (.greader, "https://h.example/a/?x#y", "https://h.example/a"),
    ])
  func `are below the address that its kind makes of the user's`(kind: AccountAccess.Kind, url: String, base: String)
    throws
  {
    let access = AccountAccess(kind: kind, address: try WebAddress(url), user: "alice") { () throws(AccountFailure) in
      ""
    }
    #expect(access.base == base)
  }

  @Test func `are asked for with every sign as it is meant`() {
    #expect(
      AccountServer.encoded([("Passwd", "a&b=c +%é\n"), ("s", "user/-/label/A b")])
        == "Passwd=a%26b%3Dc%20%2B%25%C3%A9%0A&s=user/-/label/A%20b")
  }
}
