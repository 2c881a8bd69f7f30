import AccountServer
import Testing

extension History {
  /// Nothing goes wrong in these, so a real server plays them, too.
  static let plain: [History] = [
    History("what is read and starred on one machine is so on the other", at: .reader) { machines in
      try machines.here.mark("read", "Cranes", "Tide")
      try machines.here.mark("star", "Tide")
      try machines.here.sync()
      try machines.there.sync()
      try machines.there.mark("read", "Strike")
      try machines.end(as: ["Cranes": .read, "Tide": .readAndStarred, "Strike": .read])
    },
    History("the same mark on both is one mark", at: .bazqux) { machines in
      try machines.here.mark("read", "Cranes", "Strike")
      try machines.there.mark("read", "Strike", "Cranes")
      try machines.here.mark("star", "Tide")
      try machines.there.mark("star", "Tide")
      try machines.end(as: ["Cranes": .read, "Strike": .read, "Tide": .starred])
    },
    History("a story that was read there and is kept unread here afterwards is unread") { machines in
      try machines.there.mark("read", "Cranes", "Fog")
      try machines.there.sync()
      try machines.here.sync()
      try machines.here.mark("unread", "Cranes")
      try machines.here.sync()
      try machines.end(as: ["Fog": .read])
    },
    History("of opposite marks the one that was made with the other in view holds") { machines in
      try machines.here.mark("star", "Fog", "Tide")
      try machines.here.sync()
      try machines.there.sync()
      try machines.there.mark("unstar", "Fog")
      try machines.there.sync()
      try machines.here.sync()
      try machines.here.mark("star", "Fog")
      try machines.here.mark("unstar", "Tide")
      try machines.end(as: ["Fog": .starred])
    },
    History("a mark that waited is newer than what was set before it, and older than what came behind it") { machines in
      try machines.here.mark("read", "Cranes")
      try machines.here.mark("unread", "Cranes")
      try machines.here.mark("star", "Ledger")
      try machines.there.mark("star", "Cranes")
      try machines.there.sync()
      try machines.here.sync()
      try machines.there.sync()
      try machines.there.mark("unstar", "Ledger")
      try machines.end(as: ["Cranes": .starred])
    },
    History("entries that arrive between are marked wherever they are seen first", at: .miniflux) { machines in
      try machines.server.add(["Ferry", "Dredger"])
      try machines.there.sync()
      try machines.there.mark("read", "Ferry")
      try machines.here.mark("read", "Cranes")
      try machines.here.sync()
      try machines.here.mark("star", "Dredger", "Ferry")
      try machines.server.add(["Rope"])
      try machines.there.sync()
      try machines.there.mark("read", "Rope")
      try machines.end(
        as: ["Ferry": .readAndStarred, "Dredger": .starred, "Cranes": .read, "Rope": .read],
        besides: ["Ferry", "Dredger", "Rope"])
    },
    History("what a phone marks meanwhile stands beside what waits here") { machines in
      try machines.here.mark("read", "Cranes")
      try machines.there.mark("star", "Strike")
      try machines.server.mark(["Strike", "Tide"], .read)
      try machines.server.mark(["Cranes", "Ledger"], .star)
      try machines.here.sync()
      try machines.server.mark(["Tide"], .unread)
      try machines.server.mark(["Ledger"], .unstar)
      try machines.end(as: ["Cranes": .readAndStarred, "Strike": .readAndStarred])
    },
  ]

  /// What was done on purpose is taken back.
  static let undone: [History] = [
    History("a mark that is undone before it went out never does", at: .miniflux) { machines in
      try machines.here.mark("read", "Cranes", "Fog")
      try machines.here.mark("star", "Tide")
      try machines.here.undo()
      try machines.there.mark("star", "Fog")
      try machines.end(as: ["Cranes": .read, "Fog": .readAndStarred])
    },
    History("a mark that is undone after it went out is taken back everywhere", at: .inoreader) { machines in
      try machines.here.mark("star", "Tide")
      try machines.here.mark("read", "Beacon", "Fog")
      try machines.here.sync()
      try machines.there.sync()
      try machines.here.undo()
      try machines.here.sync()
      try machines.there.sync()
      try machines.here.undo()
      try machines.there.mark("read", "Strike")
      try machines.end(as: ["Strike": .read])
    },
    History("an undo takes back one's own marks, and not what came from the other machine") { machines in
      try machines.here.mark("star", "Cranes")
      try machines.there.mark("read", "Cranes", "Strike")
      try machines.there.sync()
      try machines.here.sync()
      try machines.here.undo()
      try machines.end(as: ["Cranes": .read, "Strike": .read])
    },
  ]
}
