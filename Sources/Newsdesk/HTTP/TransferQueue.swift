/// Which transfer begins next: so many of one host at once, so many in all, and hosts take turns.
struct TransferQueue {
  private let mostPerHost: Int
  private let most: Int
  /// What waits, by host; and the hosts that something waits for, the next one first.
  private var waiting: [String: [TransferNumber]] = [:]
  private var turns: [String] = []
  private var active: [String: Int] = [:]
  private var activeCount = 0

  init(mostPerHost: Int, most: Int) {
    (self.mostPerHost, self.most) = (mostPerHost, most)
  }

  var isEmpty: Bool { turns.isEmpty }

  /// - Parameter isFirst: whether it goes before all others of its host: it has begun already.
  mutating func add(_ number: TransferNumber, host: String, isFirst: Bool = false) {
    if waiting[host] == nil { turns.append(host) }
    if isFirst { waiting[host, default: []].insert(number, at: 0) } else { waiting[host, default: []].append(number) }
  }

  /// Takes out the one that may begin now; nil where none may.
  mutating func next() -> TransferNumber? {
    guard activeCount < most, let turn = turns.firstIndex(where: { active[$0, default: 0] < mostPerHost }) else {
      return nil
    }
    let host = turns.remove(at: turn)
    guard let number = waiting[host]?.removeFirst() else { return nil }
    if waiting[host]?.isEmpty == true { waiting[host] = nil } else { turns.append(host) }
    active[host, default: 0] += 1
    activeCount += 1
    return number
  }

  /// One that had begun has ended.
  mutating func end(host: String) {
    guard let count = active[host] else { return }
    active[host] = count > 1 ? count - 1 : nil
    activeCount -= 1
  }

  /// One that waited is not wanted any more.
  mutating func remove(_ number: TransferNumber, host: String) {
    waiting[host]?.removeAll { $0 == number }
    guard waiting[host]?.isEmpty == true else { return }
    waiting[host] = nil
    turns.removeAll { $0 == host }
  }
}
