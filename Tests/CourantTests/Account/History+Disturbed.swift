import AccountServer
import Foundation
import Testing

extension History {
  /// Kills, cuts and machines without a network.
  static let disturbed: [History] = [
    History("marks made without a network go out later, all of them") { machines in
      let server = try #require(machines.disturbed)
      try server.tell("fail", ["kind": "cut", "every": 1])
      try machines.here.mark("read", "Cranes")
      #expect([69, 75].contains(try machines.here.sync().code))
      try machines.here.mark("star", "Strike")
      try machines.here.mark("read", "Tide")
      #expect([69, 75].contains(try machines.here.sync().code))
      try machines.there.mark("read", "Ledger")
      #expect([69, 75].contains(try machines.there.sync().code))
      #expect(try machines.here.run("list", "is:unread").lines.count == 4)
      try machines.end(as: ["Cranes": .read, "Strike": .starred, "Tide": .read, "Ledger": .read])
    },
    History("a sync that is killed before its marks went out, or right after, loses none", at: .miniflux) { machines in
      let server = try #require(machines.disturbed)
      for (kind, title) in [("kill", "Cranes"), ("kill-after", "Strike")] {
        try machines.here.mark("read", title)
        try machines.here.mark("star", title)
        try server.tell("fail", ["kind": kind, "path": "edit-tag", "pid": machines.here.pidFile])
        #expect(Machine.killed.contains(try machines.here.sync().code))
        try machines.there.mark("read", "Fog")
        try machines.there.sync()
      }
      try machines.end(as: ["Cranes": .readAndStarred, "Strike": .readAndStarred, "Fog": .read])
    },
    History("a sync that is killed at each of its requests in turn loses no mark", at: .reader) { machines in
      let server = try #require(machines.disturbed)
      let new = (1...12).map { "Voyage \($0)" }
      var wanted: [String: Marks] = [:]
      for (number, title) in new.enumerated() {
        try server.add([title])
        try machines.there.sync()
        let old = number == 0 ? "Cranes" : new[number - 1]
        try machines.there.mark("star", old)
        try machines.here.mark(number.isMultiple(of: 2) ? "read" : "star", number < 2 ? "Tide" : new[number - 2])
        wanted[old, default: .plain].isStarred = true
        let own = number < 2 ? "Tide" : new[number - 2]
        if number.isMultiple(of: 2) {
          wanted[own, default: .plain].isRead = true
        } else {
          wanted[own, default: .plain].isStarred = true
        }
        try server.tell("fail")
        try server.tell(
          "fail",
          ["kind": number.isMultiple(of: 3) ? "kill-after" : "kill", "at": number + 1, "pid": machines.here.pidFile])
        try machines.here.sync()
        try server.tell("fail")
        try machines.here.sync()
      }
      try machines.end(as: wanted, besides: new)
    },
    History("a connection that is cut at each request in turn loses no mark", at: .bazqux) { machines in
      let server = try #require(machines.disturbed)
      let titles = TwoMachines.titles
      let kinds = ["cut", "cut-after", "cut-body"]
      for number in 1...9 {
        try server.tell("fail")
        try server.tell("fail", ["kind": kinds[number % 3], "at": number])
        let machine = number.isMultiple(of: 2) ? machines.here : machines.there
        try machine.mark("read", titles[number % titles.count])
        let outcome = try machine.sync()
        #expect([0, 69, 75].contains(outcome.code), "cut at request \(number): \(outcome.talk)")
      }
      let wanted = Dictionary(
        uniqueKeysWithValues: (1...9).map { titles[$0 % titles.count] }.uniqued.map { ($0, Marks.read) })
      try machines.end(as: wanted)
    },
    History("hundreds of marks go out in batches, whatever happens between two of them", at: .miniflux) { machines in
      let server = try #require(machines.disturbed)
      let many = (1...620).map { "Cargo \($0)" }
      try server.add(many)
      try machines.settle()
      try machines.here.mark("read", many)
      try machines.there.mark("star", Array(many.prefix(10)))
      try server.tell("fail", ["kind": "kill-after", "path": "edit-tag", "at": 2, "pid": machines.here.pidFile])
      #expect(Machine.killed.contains(try machines.here.sync().code))
      try machines.there.sync()
      try server.tell("fail", ["kind": "cut", "path": "edit-tag"])
      try machines.here.sync()
      let wanted = many.enumerated().map { ($1, $0 < 10 ? Marks.readAndStarred : .read) }
      try machines.end(as: Dictionary(uniqueKeysWithValues: wanted), besides: many)
    },
    History("a login and a token that run out in the middle are got anew", at: .miniflux) { machines in
      let server = try #require(machines.disturbed)
      try server.tell("set", ["token_lasts": 1])
      try machines.here.mark("read", "Cranes")
      try machines.here.mark("star", "Cranes", "Strike")
      #expect(try machines.here.sync().code == 0)
      try server.tell("set", ["token_lasts": 0])
      for lasts in 2...6 {
        try server.tell("set", ["login_lasts": lasts])
        try machines.there.mark(lasts.isMultiple(of: 2) ? "read" : "unread", "Tide")
        #expect(try machines.there.sync().code == 0, "a login for \(lasts) requests")
      }
      try server.tell("set", ["login_lasts": 0])
      try machines.end(as: ["Cranes": .readAndStarred, "Strike": .starred, "Tide": .read])
    },
  ]
}

extension Array where Element: Hashable {
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
