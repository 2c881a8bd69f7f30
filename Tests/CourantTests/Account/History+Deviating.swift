import AccountServer
import Testing

extension History {
  /// What servers do each in their own way.
  static let deviating: [History] = [
    History("labels go across as tags, and a folder is none", at: .freshrss) { machines in
      let server = try #require(machines.disturbed)
      try server.tell("add", ["titles": ["Ferry"], "feed": "Harbour News", "folder": "sea"])
      try machines.here.sync()
      try machines.here.tag("add", "later", "Cranes", "Tide", "Ferry")
      try machines.here.sync()
      try machines.there.sync()
      try machines.there.tag("remove", "later", "Tide")
      try machines.there.tag("add", "boats", "Cranes")
      try machines.there.mark("read", "Tide")
      try machines.there.sync()
      try server.tell("mark", ["titles": ["Fog"], "add": ["label/later"]])
      try machines.end(
        as: [
          "Cranes": .plain.labelled("later").labelled("boats"), "Tide": .read, "Fog": .plain.labelled("later"),
          "Ferry": .plain.labelled("later"),
        ], besides: ["Ferry"], tagsHere: ["Ferry": ["sea"]], tagsThere: ["Ferry": ["sea"]])
    },
    History("where the server takes no labels tags stay here, and marks go across", at: .miniflux) { machines in
      try machines.here.tag("add", "later", "Cranes")
      try machines.here.mark("read", "Cranes")
      try machines.here.sync()
      try machines.there.mark("star", "Cranes")
      try machines.end(as: ["Cranes": .readAndStarred], tagsHere: ["Cranes": ["later"]])
    },
    History("a list whose pages shift while it is fetched marks nothing for good", at: .miniflux) { machines in
      let server = try #require(machines.disturbed)
      let many = (1...1100).map { "Cargo \($0)" }
      try server.add(many)
      try machines.settle()
      try server.tell("set", ["most": 400])
      try server.tell(
        "fail",
        [
          "kind": "do", "path": "stream/items/ids", "at": 2, "name": "mark",
          "asked": ["titles": Array(many.suffix(300)), "add": ["state/com.google/read"]],
        ])
      try machines.here.sync()
      try machines.here.mark("star", "Cranes")
      let read = many.suffix(300).map { ($0, Marks.read) }
      try machines.end(as: Dictionary(uniqueKeysWithValues: read).merging(["Cranes": .starred]) { $1 }, besides: many)
    },
    History("a mark that another machine sets at the same moment is not taken away by setting it again", at: .miniflux)
    {
      machines in
      let server = try #require(machines.disturbed)
      let moment: [String: Any] = ["titles": ["Cranes", "Tide"], "add": ["state/com.google/read"]]
      try server.tell("fail", ["kind": "do", "path": "edit-tag", "name": "mark", "asked": moment])
      try machines.here.mark("read", "Cranes")
      try machines.here.sync()
      try machines.end(as: ["Cranes": .read, "Tide": .read])
    },
    History("a clock that is a day off and ids in every form change nothing", at: .reader) { machines in
      let server = try #require(machines.disturbed)
      try server.tell("set", ["skew": -86400, "form": "long"])
      try machines.here.mark("read", "Cranes")
      try machines.here.sync()
      try server.tell("set", ["skew": 86400, "form": "digits"])
      try machines.there.sync()
      try machines.there.mark("unread", "Cranes")
      try machines.there.mark("star", "Fog")
      try machines.there.sync()
      try machines.end(as: ["Fog": .starred])
    },
    History("ids that are no numbers are the server's own", at: .theoldreader) { machines in
      try machines.here.mark("read", "Cranes", "Beacon")
      try machines.there.mark("star", "Beacon")
      try machines.here.sync()
      try machines.there.sync()
      try machines.there.mark("unread", "Cranes")
      try machines.end(as: ["Beacon": .readAndStarred])
    },
    History("an entry that the server forgets takes no other mark along") { machines in
      let server = try #require(machines.disturbed)
      try server.add(["Ferry"])
      try machines.settle()
      try machines.here.mark("read", "Ferry", "Cranes")
      try machines.there.mark("star", "Ferry", "Tide")
      try server.tell("remove", ["titles": ["Ferry"]])
      try machines.here.sync()
      try machines.there.sync()
      // It stays on both machines as each had marked it.
      #expect(try machines.here.marks()["Ferry"] == .read)
      #expect(try machines.there.marks()["Ferry"] == .starred)
      try machines.here.run("remove", try #require(try machines.here.stories()["Ferry"]?.id))
      try machines.there.run("remove", try #require(try machines.there.stories()["Ferry"]?.id))
      try machines.end(as: ["Cranes": .read, "Tide": .starred])
    },
  ]
}
