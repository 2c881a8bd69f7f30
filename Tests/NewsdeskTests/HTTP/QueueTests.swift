import Testing

@testable import Newsdesk

@Suite struct `What waits for its turn` {
  private func number(_ value: Int) -> TransferNumber { TransferNumber(value: value) }

  @Test func `begins two of a host at once, and hosts take turns`() {
    var queue = TransferQueue(mostPerHost: 2, most: 24)
    for value in 0..<4 { queue.add(number(value), host: "a") }
    for value in 10..<12 { queue.add(number(value), host: "b") }
    let begun = (0..<6).compactMap { _ in queue.next()?.value }
    #expect(begun == [0, 10, 1, 11])
    queue.end(host: "a")
    #expect(queue.next()?.value == 2)
    #expect(queue.next() == nil)
    #expect(!queue.isEmpty)
  }

  @Test func `does not begin more than so many in all`() {
    var queue = TransferQueue(mostPerHost: 2, most: 3)
    for value in 0..<10 { queue.add(number(value), host: "h\(value)") }
    #expect((0..<10).compactMap { _ in queue.next() }.count == 3)
    queue.end(host: "h1")
    #expect(queue.next()?.value == 3)
  }

  @Test func `is forgotten when it is not wanted, and what has begun goes before the others of its host`() {
    var queue = TransferQueue(mostPerHost: 1, most: 24)
    for value in 0..<3 { queue.add(number(value), host: "a") }
    queue.add(number(9), host: "a", isFirst: true)
    queue.remove(number(0), host: "a")
    var begun: [Int] = []
    while let next = queue.next() {
      begun.append(next.value)
      queue.end(host: "a")
    }
    #expect(begun == [9, 1, 2])
    #expect(queue.isEmpty)
    queue.end(host: "a")
    queue.remove(number(1), host: "a")
    #expect(queue.next() == nil)
  }
}
