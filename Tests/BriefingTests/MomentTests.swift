import Testing

@testable import Briefing

@Suite("A moment is written and read as ISO 8601")
struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (1_777_368_600, "2026-04-28T09:30:00Z"),
    (-1, "1969-12-31T23:59:59Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func `what is written is read back`(seconds: Int64, text: String) {
    #expect(Moment(seconds: seconds).iso8601 == text)
    #expect(Moment(iso8601: text)?.seconds == seconds)
  }

  @Test(arguments: [
    ("2026-04-28", "2026-04-28T00:00:00Z"), ("2026-04-28T09:30Z", "2026-04-28T09:30:00Z"),
    ("2026-04-28T00:30:00+02:00", "2026-04-27T22:30:00Z"), ("2026-04-28 09:30:15.25-0330", "2026-04-28T13:00:15Z"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
  ])
  func `other spellings of a moment are understood`(text: String, expected: String) {
    #expect(Moment(iso8601: text)?.iso8601 == expected)
  }

  @Test(arguments: [
    "", "2026", "2026-4-28", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-28T", "2026-04-28T09:30",
    "2026-04-28T24:00Z", "2026-04-28T09:60Z", "2026-04-28x", "٢٠٢٦-٠٤-٢٨",
    "9999-12-31T23:59:59-01:00", "0000-01-01T00:00:00+01:00",
  ])
  func `what names no moment is refused`(text: String) {
    #expect(Moment(iso8601: text) == nil)
  }
}
