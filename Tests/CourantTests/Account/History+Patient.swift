import AccountServer
import Testing

extension History {
  /// For a server that cannot be told what to do at which request: it is left to chance.
  static let patient: [History] = [
    History("a sync that is killed at any moment loses no mark", at: .miniflux) { machines in
      let many = (1...320).map { "Cargo \($0)" }
      try machines.server.add(many)
      try machines.there.sync()
      var wanted: [String: Marks] = [:]
      for (number, wait) in [0.02, 0.05, 0.1, 0.15, 0.2, 0.3].enumerated() {
        let titles = Array(many[(number * 50)..<(number * 50 + 50)])
        try machines.there.mark(number.isMultiple(of: 2) ? "read" : "star", titles)
        for title in titles { wanted[title] = number.isMultiple(of: 2) ? .read : .starred }
        try machines.there.syncKilled(after: wait)
        try machines.here.syncKilled(after: wait)
      }
      try machines.end(as: wanted, besides: many)
    },
    History("where no labels are taken tags stay where they were set", at: .miniflux) { machines in
      try machines.here.tag("add", "later", "Cranes", "Tide")
      try machines.here.mark("read", "Cranes")
      try machines.there.tag("add", "boats", "Fog")
      try machines.there.mark("star", "Cranes")
      try machines.end(
        as: ["Cranes": .readAndStarred], tagsHere: ["Cranes": ["later"], "Tide": ["later"]],
        tagsThere: ["Fog": ["boats"]])
    },
  ]
}
