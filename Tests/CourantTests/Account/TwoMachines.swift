import AccountServer
import Testing

/// Two machines of one user, and the server that they exchange marks with.
struct TwoMachines {
  let here: Machine
  let there: Machine
  let server: any Shelf
  /// The server, where it is one that can be told to fail.
  var disturbed: PlayedServer? { server as? PlayedServer }

  static let titles = ["Cranes", "Strike", "Tide", "Ledger", "Fog", "Beacon"]

  /// Both know the six entries that the server has.
  init(at server: any Shelf) throws {
    self.server = server
    try server.add(Self.titles)
    here = try Machine("here", at: server)
    there = try Machine("there", at: server)
    try settle()
  }

  /// Brings the same to both, as users do by waiting: each syncs until neither has anything to say to the server.
  ///
  /// A sync that has nothing to send sends no mark; that is how the end is known.
  func settle() throws {
    try disturbed?.tell("fail")
    for _ in 0..<4 {
      try disturbed?.forgetRequests()
      let outcomes = [try here.sync(), try there.sync()]
      let isQuiet = try disturbed.map { try !$0.requests().contains(where: \.sendsMarks) } ?? true
      if outcomes.allSatisfy({ $0.code == 0 }), isQuiet, try here.marks() == there.marks() { return }
    }
    let (last, other) = (try here.sync(), try there.sync())
    #expect(last.code == 0, "here: \(last.talk)")
    #expect(other.code == 0, "there: \(other.talk)")
  }

  /// Syncs until nothing is left, and compares all three with what the history comes to; what it does not name is as it came.
  /// Tags that only one machine has come on top.
  func end(
    as named: [String: Marks], besides others: [String] = [], tagsHere: [String: Set<String>] = [:],
    tagsThere: [String: Set<String>] = [:]
  ) throws {
    try settle()
    let plain = (Self.titles + others).reduce(into: [:]) { $0[$1] = Marks.plain }
    let wanted = plain.merging(named) { $1 }
    Self.compare("the server", try server.marks(), wanted)
    for (machine, tags) in [(here, tagsHere), (there, tagsThere)] {
      let filed = wanted.mapValues {
        Marks(isRead: $0.isRead, isStarred: $0.isStarred, labels: $0.labels.union(server.folders))
      }
      let marks = tags.reduce(into: filed) { $0[$1.key]?.labels.formUnion($1.value) }
      Self.compare(machine.name, try machine.marks(), marks)
    }
    if let disturbed {
      try disturbed.forgetRequests()
      try here.sync()
      let isQuiet = try !disturbed.requests().contains(where: \.sendsMarks)
      #expect(isQuiet, "marks are sent again and again")
    }
  }

  static func compare(_ who: String, _ seen: [String: Marks], _ wanted: [String: Marks]) {
    let wrong = Set(seen.keys).union(wanted.keys).sorted().filter { seen[$0] != wanted[$0] }
    let words = wrong.prefix(8).map { title in
      "\(title): \(seen[title].map(\.description) ?? "gone"), not \(wanted[title].map(\.description) ?? "there")"
    }
    let isRight = wrong.isEmpty
    #expect(isRight, "\(who) has \(wrong.count) wrong: \(words.joined(separator: "; "))")
  }
}
