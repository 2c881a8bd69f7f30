import Briefing
import Synchronization
import System
import Testing

@testable import Newsdesk

@Suite(.withServer) struct `Transfers` {
  @Test func `of which fifty are cancelled are over within a tenth of a second`() throws {
    let fetching = try Fetching()
    let ends = Channel<HTTPFailure?>()
    let numbers = try (0..<50).map { _ in
      fetching.client.start(HTTPRequest(try fetching.address("silent"), namedBy: .user)) { result in
        if case .failure(let failure) = result { _ = ends.send(failure) } else { _ = ends.send(nil) }
      }
    }
    _ = ends.isReady(before: .now + .milliseconds(200))
    let start = ContinuousClock.now
    for number in numbers { fetching.client.cancel(number) }
    #expect((0..<50).allSatisfy { _ in ends.receive() == .cancelled })
    #expect(ContinuousClock.now - start < .milliseconds(100))
    #expect(try fetching.fetch("ok").get().status == 200)
  }

  @Test func `of a client that is stopped are cancelled, and so are later ones`() throws {
    let fetching = try Fetching()
    let ends = Channel<HTTPFailure?>()
    for _ in 0..<5 {
      fetching.client.start(HTTPRequest(try fetching.address("silent"), namedBy: .user)) { result in
        if case .failure(let failure) = result { _ = ends.send(failure) } else { _ = ends.send(nil) }
      }
    }
    fetching.client.stop()
    #expect((0..<5).allSatisfy { _ in ends.receive() == .cancelled })
    #expect(try fetching.failure("ok") == .cancelled)
  }

  @Test func `of one host go two at once, and others do not wait for them`() throws {
    let fetching = try Fetching()
    let ends = Channel<String>()
    func start(_ deed: String, _ text: String, host: String) throws {
      fetching.client.start(HTTPRequest(try fetching.address(deed, text, host: host), namedBy: .user)) { _ in
        _ = ends.send(host + text)
      }
    }
    for _ in 0..<4 { try start("late", "0.2", host: "127.0.0.1") }
    try start("ok", "x", host: "localhost")
    #expect(ends.receive() == "localhostx")
    let start = ContinuousClock.now
    for _ in 0..<4 { #expect(ends.receive() == "127.0.0.10.2") }
    #expect(ContinuousClock.now - start > .milliseconds(250))
  }

  @Test func `tell how far they are`() throws {
    let fetching = try Fetching()
    let told = Mutex<[HTTPProgress]>([])
    let request = HTTPRequest(try fetching.address("letters", "7000000"), namedBy: .user)
    let answer = try fetching.client.answer(
      to: request, progress: { progress in told.withLock { $0.append(progress) } })
    #expect(answer.body.count == 7_000_000)
    let seen = told.withLock { $0 }
    #expect(!seen.isEmpty)
    #expect(seen.allSatisfy { $0.expected == 7_000_000 && $0.received <= 7_000_000 })
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.received < $1.received })
  }

  @Test func `begin again after a rest`() throws {
    let fetching = try Fetching()
    for _ in 0..<3 { #expect(try fetching.fetch("ok").get().status == 200) }
    #expect(try fetching.requests() == 3)
  }
}

@Suite struct `A client without a network` {
  private let request = HTTPRequest(try! WebAddress("http://127.0.0.1:9/"), namedBy: .user)

  @Test func `says that it is switched off`() {
    let client = HTTPClient(agent: "x", environment: .empty, isOffline: true)
    #expect(throws: HTTPFailure.offline) { try client.answer(to: request) }
  }

  @Test func `says that there is no library`() {
    let client = HTTPClient(agent: "x", environment: .empty, hasLibrary: { false })
    #expect(throws: HTTPFailure.noLibrary) { try client.answer(to: request) }
    #expect(HTTPFailure.noLibrary.sentence.contains("libcurl4"))
  }
}
