import Briefing
import Testing

@testable import Newsdesk

private let start = Moment(seconds: 1_790_000_000)

private func moment(_ seconds: Int) -> Moment { Moment(seconds: start.seconds + Int64(seconds)) }

private func answer(
  _ status: Int = 200, redirects: [(Int, String)] = [], etag: String? = nil, retryAfter: Int? = nil, maxAge: Int? = nil
) throws -> HTTPAnswer {
  HTTPAnswer(
    status: status, address: try WebAddress("https://example.com/feed"),
    redirects: try redirects.map { HTTPRedirect(status: $0.0, address: try WebAddress($0.1)) }, etag: etag,
    retryAfter: retryAfter, maxAge: maxAge)
}

@Suite struct `A feed that arrived` {
  @Test func `is due again in an hour, or when the user wants`() throws {
    let step = FetchSchedule.step(FetchRecord(), after: .arrived(try answer()), at: start)
    #expect(step.record.due == moment(3600))
    #expect(step.record.attempted == start && step.record.succeeded == start)
    let chosen = FetchSchedule.step(FetchRecord(), after: .arrived(try answer()), at: start, interval: 7200)
    #expect(chosen.record.due == moment(7200))
    let weekly = FetchSchedule.step(FetchRecord(), after: .arrived(try answer()), at: start, interval: 7 * 86_400)
    #expect(weekly.record.due == moment(7 * 86_400))
  }

  @Test(
    arguments: [
      (nil, 7200, nil, 7200), (10_800, 7200, nil, 10_800), (60, nil, nil, 3600), (nil, nil, 5000, 5000),
      (1 << 40, nil, nil, 86_400), (nil, 86_400, 3, 86_400),
    ] as [(Int?, Int?, Int?, Int)])
  func `is due when the longest of what it says is over, a day at most`(
    ttl: Int?, maxAge: Int?, retryAfter: Int?, wait: Int
  ) throws {
    let outcome = FetchSchedule.Outcome.arrived(try answer(retryAfter: retryAfter, maxAge: maxAge), ttl: ttl)
    #expect(FetchSchedule.step(FetchRecord(), after: outcome, at: start).record.due == moment(wait))
  }

  @Test func `is told apart by what the server calls it now`() throws {
    var record = FetchRecord(etag: "\"a\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
    record = FetchSchedule.step(record, after: .arrived(try answer(304, etag: "\"b\"")), at: start).record
    #expect(record.etag == "\"b\"")
    #expect(record.lastModified != nil)
    record = FetchSchedule.step(record, after: .arrived(try answer(304)), at: start).record
    #expect(record.etag == "\"b\"")
    record = FetchSchedule.step(record, after: .arrived(try answer(200)), at: start).record
    #expect(record.etag == nil && record.lastModified == nil)
  }

  @Test func `has failed no more`() throws {
    let failed = FetchSchedule.step(FetchRecord(), after: .failed(.cutShort), at: start).record
    let record = FetchSchedule.step(failed, after: .arrived(try answer(304)), at: moment(10)).record
    #expect(record.failures == 0 && record.failingSince == nil && record.failure == nil)
  }
}

@Suite struct `A feed that did not arrive` {
  @Test func `is asked for half as often with each failure, at least once a day`() throws {
    var record = FetchRecord(etag: "\"a\"")
    var waits: [Int] = []
    for index in 0..<40 {
      record = FetchSchedule.step(record, after: .arrived(try answer(500)), at: moment(index)).record
      waits.append(Int((record.due?.seconds ?? 0) - moment(index).seconds))
    }
    #expect(waits[..<6] == [3600, 7200, 14_400, 28_800, 57_600, 86_400])
    #expect(waits.dropFirst(5).allSatisfy { $0 == 86_400 })
    #expect(record.failures == 40 && record.failingSince == start && record.etag == "\"a\"")
    #expect(record.failure == "the server has a fault of its own (500)")
  }

  @Test func `is not asked for before the server wants, nor more than a day later`() throws {
    let outcome = FetchSchedule.Outcome.arrived(try answer(429, retryAfter: 86_400))
    #expect(FetchSchedule.step(FetchRecord(), after: outcome, at: start).record.due == moment(86_400))
    let weekly = FetchSchedule.step(FetchRecord(), after: outcome, at: start, interval: 604_800)
    #expect(weekly.record.due == moment(604_800))
  }

  @Test func `does not wait for a day because a network was missing`() {
    var record = FetchRecord()
    for _ in 0..<30 {
      record = FetchSchedule.step(record, after: .failed(.noSuchHost("example.com")), at: start).record
    }
    #expect(record.due == moment(3600))
    #expect(record.failures == 30)
    #expect(record.failure == HTTPFailure.noSuchHost("example.com").sentence)
  }

  @Test(arguments: [HTTPFailure.offline, .cancelled, .noLibrary, .noRoom])
  func `has not failed where nobody tried`(failure: HTTPFailure) {
    let record = FetchRecord(etag: "\"a\"", attempted: start, due: moment(5))
    #expect(FetchSchedule.step(record, after: .failed(failure), at: moment(99)).record == record)
  }

  @Test func `because something else came says so`() throws {
    let outcome = FetchSchedule.Outcome.unusable(try answer(etag: "\"login\""), "a page came instead of a feed")
    let record = FetchSchedule.step(FetchRecord(etag: "\"a\""), after: outcome, at: start).record
    #expect(record.failure == "a page came instead of a feed")
    #expect(record.etag == "\"a\"")
  }

  @Test func `ends where the server says that it is gone`() throws {
    let record = FetchSchedule.step(FetchRecord(), after: .arrived(try answer(410)), at: start).record
    #expect(record.hasEnded && record.due == nil)
    #expect(!FetchSchedule.isDue(record, at: moment(1_000_000)))
    let back = FetchSchedule.step(record, after: .arrived(try answer()), at: moment(9)).record
    #expect(!back.hasEnded && FetchSchedule.isDue(back, at: moment(10_000)))
  }
}

@Suite struct `A feed that moves` {
  private let new = "https://example.com/new"

  /// What is remembered after answers of those days.
  private func follow(_ days: [Int], _ redirects: [(Int, String)]) throws -> FetchSchedule.Step {
    try days.reduce(FetchSchedule.Step(record: FetchRecord())) { step, day in
      FetchSchedule.step(
        step.record, after: .arrived(try answer(redirects: redirects)), at: moment(day * 86_400))
    }
  }

  @Test func `is believed after five answers over three days`() throws {
    let step = try follow([0, 1, 1, 2, 3], [(301, new)])
    #expect(step.address?.text == new)
    #expect(step.record.move == nil)
    #expect(try follow([0, 1, 2, 3], [(308, new)]).address == nil)
    #expect(try follow([0, 0, 0, 0, 0, 2], [(301, new)]).address == nil)
    #expect(try follow([0, 0, 0, 0, 0, 2], [(301, new)]).record.move?.answers == 6)
  }

  @Test func `is not believed where answers differ, or say that it is for now`() throws {
    #expect(try follow([0, 1, 2, 3, 4], [(302, new)]).record.move == nil)
    #expect(try follow([0, 1, 2, 3, 4], [(302, new), (301, new)]).address == nil)
    var step = try follow([0, 1, 2, 3], [(301, new)])
    step = FetchSchedule.step(step.record, after: .arrived(try answer()), at: moment(4 * 86_400))
    #expect(step.record.move == nil)
    let other = answer
    step = try follow([0, 1, 2, 3], [(301, new)])
    step = FetchSchedule.step(
      step.record, after: .arrived(try other(200, [(301, "https://example.com/x")], nil, nil, nil)),
      at: moment(5 * 86_400))
    #expect(step.address == nil && step.record.move?.answers == 1)
  }

  @Test func `goes where what is for good leads to`() throws {
    let step = try follow(
      [0, 1, 2, 3, 4], [(301, "https://example.com/a"), (308, new), (302, "https://cdn.example/x")])
    #expect(step.address?.text == new)
  }

  @Test func `does not go from what is encrypted to what is not`() throws {
    #expect(try follow([0, 1, 2, 3, 4], [(301, "http://example.com/feed")]).record.move == nil)
    let step = try follow([0, 1, 2, 3, 4], [(301, new), (301, "http://example.com/feed")])
    #expect(step.address?.text == new)
  }

  @Test func `counts from now on where the clock was set back`() throws {
    let record = FetchRecord(move: FetchRecord.Move(url: new, answers: 9, since: moment(86_400 * 365)))
    let step = FetchSchedule.step(record, after: .arrived(try answer(redirects: [(301, new)])), at: start)
    #expect(step.address == nil)
    #expect(step.record.move == FetchRecord.Move(url: new, answers: 1, since: start))
  }
}

@Suite struct `A feed is due` {
  @Test func `when it never was fetched, or its time has come`() {
    #expect(FetchSchedule.isDue(FetchRecord(), at: start))
    let record = FetchRecord(attempted: start, due: moment(100))
    #expect(!FetchSchedule.isDue(record, at: moment(99)))
    #expect(FetchSchedule.isDue(record, at: moment(100)))
  }

  @Test func `when the clock was set back, so that it never waits for longer than it would have`() {
    let record = FetchRecord(attempted: moment(86_400 * 3650), due: moment(86_400 * 3650 + 3600))
    #expect(FetchSchedule.isDue(record, at: start))
    let ended = FetchRecord(attempted: moment(9), due: nil, hasEnded: true)
    #expect(!FetchSchedule.isDue(ended, at: start))
  }

  @Test func `at a time that can be counted, however large the numbers are`() throws {
    let end = Moment(seconds: .max)
    let step = FetchSchedule.step(FetchRecord(failures: .max), after: .failed(.malformed), at: end, interval: .max)
    #expect(step.record.due == end)
    let early = FetchSchedule.step(
      FetchRecord(), after: .arrived(try answer(), ttl: .min), at: Moment(seconds: .min), interval: -5)
    #expect(early.record.due != nil)
  }
}
