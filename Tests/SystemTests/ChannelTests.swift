import Synchronization
import Testing

@testable import System

@Suite("A channel between threads", .timeLimit(.minutes(20)))
struct ChannelTests {
  @Test func `hands over in the order of sending, however many were taken before`() {
    let channel = Channel<Int>()
    var received: [Int] = []
    for number in 0..<1000 {
      #expect(channel.send(number))
      if number % 3 == 0, let first = channel.receiveNow() { received.append(first) }
    }
    channel.close()
    while let next = channel.receive() { received.append(next) }
    #expect(received == Array(0..<1000))
  }

  @Test func `that is full has its sender wait, and drops what is not waited with`() throws {
    let channel = Channel<Int>(capacity: 2)
    #expect(WorkerThread.start { for number in 0..<10 where !channel.send(number) { return } })
    let deadline = ContinuousClock.now + .seconds(60)
    #expect(channel.isReady(before: deadline))
    var received: [Int] = []
    while received.count < 10, case .element(let number) = channel.receive(before: deadline) { received.append(number) }
    #expect(received == Array(0..<10))
    for number in 0..<5 { #expect(channel.sendNow(number) == (number < 2)) }
    #expect(channel.receiveNow() == 0)
  }

  @Test func `lets something new take the place of what is outdated`() {
    let channel = Channel<Int>()
    for number in [1, 2, 3, 4] { channel.sendNow(number) }
    #expect(channel.receiveNow() == 1)
    channel.sendNow(6) { $0 % 2 == 0 }
    #expect([channel.receiveNow(), channel.receiveNow(), channel.receiveNow()] == [3, 6, nil])
  }

  @Test func `that is closed takes nothing more, and gives what was sent before`() {
    let channel = Channel<Int>()
    for number in [1, 2, 3] { channel.sendNow(number) }
    channel.close { $0 == 2 }
    #expect(!channel.send(4) && !channel.sendNow(5))
    #expect([channel.receive(), channel.receive(), channel.receive()] == [1, 3, nil])
    guard case .closed = channel.receive(before: nil) else {
      Issue.record("is not closed")
      return
    }
  }

  @Test func `wakes who waits for something when it is closed, and after a time`() {
    let channel = Channel<Int?>()
    let begin = ContinuousClock.now
    #expect(!channel.isReady(before: begin + .milliseconds(30)))
    guard case .timeIsUp = channel.receive(before: begin + .milliseconds(60)) else {
      Issue.record("came early")
      return
    }
    #expect(ContinuousClock.now - begin >= .milliseconds(60))
    channel.sendNow(nil)
    guard case .element(nil) = channel.receive(before: nil) else {
      Issue.record("nil is lost")
      return
    }
    #expect(WorkerThread.start { channel.close() })
    #expect(channel.receive() == nil as Int??)
  }
}

@Suite("Something worked out beside other work", .timeLimit(.minutes(20)))
struct PrefetchTests {
  private final class Held: Sendable {
    let isGone: @Sendable () -> Void
    init(_ isGone: @escaping @Sendable () -> Void) { self.isGone = isGone }
    deinit { isGone() }
  }

  private enum Refusal: Error { case refused }

  @Test func `is there as often as one asks`() throws {
    let prefetch = Prefetch { () throws(Refusal) in 7 }
    #expect(try prefetch.value() == 7)
    #expect(try prefetch.value() == 7)
  }

  @Test func `throws what the work threw`() {
    let prefetch = Prefetch { () throws(Refusal) -> Int in throw .refused }
    #expect(throws: Refusal.refused) { try prefetch.value() }
  }

  @Test func `holds on to nothing any more when it is there`() throws {
    for _ in 0..<200 {
      let gone = Channel<Bool>()
      let prefetch = Self.using(Held { gone.sendNow(true) })
      #expect(try prefetch.value() == 1)
      #expect(gone.receiveNow() == true)
    }
  }

  private static func using(_ held: Held) -> Prefetch<Int, Refusal> {
    Prefetch { [held] () throws(Refusal) in withExtendedLifetime(held) { 1 } }
  }
}
