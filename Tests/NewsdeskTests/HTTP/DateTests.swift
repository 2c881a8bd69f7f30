import Briefing
import Testing

@testable import Newsdesk

@Suite struct `How long a server wants to be left alone` {
  /// 1994-11-06 08:49:37.
  private let now = Moment(seconds: 784_111_777)

  @Test(
    arguments: [
      ("0", 0), ("120", 120), ("86400", 86_400), ("86401", 86_400), ("31536000", 86_400),
      ("99999999999999999999999", 86_400), ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
      ("Sunday, 06-Nov-94 08:50:37 GMT", 60), ("Sun Nov  6 08:50:37 1994", 60), ("Sun, 06 Nov 1994 08:49:36 GMT", 0),
      ("Fri, 31 Dec 9999 23:59:60 GMT", 86_400), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ])
  func `is a number of seconds or a date, and a day at most`(text: String, seconds: Int) {
    #expect(RetryAfter.seconds(text, now: now) == seconds)
  }

  @Test(
    arguments: [
      "", "-5", "+5", "1.5", "soon", "12 s", "Sun, 06 Nov 1994 08:50:37", "Sun, 31 Feb 1994 08:50:37 GMT",
      "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 nov 1994 08:50:37 GMT", "Sun, 06 Nov 1994 8:5:3 GMT", "٣",
      String(repeating: " ", count: 100) + "1",
    ])
  func `is nothing else`(text: String) {
    #expect(RetryAfter.seconds(text, now: now) == nil)
  }

  @Test(
    arguments: [
      ("max-age=60", 60), ("public, max-age=60", 60), ("Max-Age=\"60\" , public", 60), ("max-age=9999999", 86_400),
      ("max-age=60, max-age=90", 60), ("s-maxage=60", nil), ("no-cache, max-age=60", nil), ("no-store", nil),
      ("max-age=", nil), ("max-age=-1", nil), ("", nil),
    ] as [(String, Int?)])
  func `or as long as what it sent stays fresh`(field: String, seconds: Int?) {
    #expect(RetryAfter.maxAge(field) == seconds)
  }
}
