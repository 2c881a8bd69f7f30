import Canvas
import Scenes
import Testing

@testable import Reader

/// Keys of the user's own, and what becomes of those that Courant comes with.
struct KeySettingsTests {
  /// The scopes of every screen, as it looks its keys up.
  private static let screens: [[Scope]] = [
    [.index, .tabs], [.questions, .tabs], [.sources, .tabs], [.queries, .tabs], [.feeds, .tabs], [.search],
    [.story], [.matches, .story], [.related], [.source], [.choices], [.citing], [.help],
  ].map { $0 + [.everywhere] }

  @Test("With a preset every command has a key wherever it had one", arguments: KeyPreset.allCases)
  func reachable(preset: KeyPreset) {
    let (keymap, plain) = (KeySettings(preset: preset).keymap, Keymap())
    for screen in Self.screens {
      for command in Command.allCases where plain.label(for: command, in: screen) != nil {
        #expect(keymap.label(for: command, in: screen) != nil, "\(command) on \(screen)")
      }
    }
  }

  @Test("In no preset a key stands in the way of another in one place", arguments: KeyPreset.allCases)
  func unambiguous(preset: KeyPreset) {
    expectUnambiguous(KeySettings(preset: preset).keymap)
    for wish in preset.wishes {
      #expect(wish.keys?.allSatisfy { !$0.keys.isEmpty } == true, "\(wish.command)")
    }
  }

  @Test("No two commands of a preset ask for the same key", arguments: KeyPreset.allCases)
  func withoutConflict(preset: KeyPreset) {
    var layers = KeyLayers(CommandTable.entries)
    #expect(layers.lay(preset.wishes).isEmpty)
  }

  @Test("Every key of a preset can be typed and written in settings", arguments: KeyPreset.allCases)
  func writable(preset: KeyPreset) throws {
    for keys in KeySettings(preset: preset).keymap.entries.flatMap(\.bindings).flatMap(\.keys) {
      #expect(try KeySequence.read(keys.notation) == keys)
    }
  }

  @Test("The presets have the keys that their users' fingers know")
  func fingers() {
    func meaning(_ keys: String, _ preset: KeyPreset, _ scopes: Scope...) -> Keymap.Meaning {
      KeySettings(preset: preset).keymap.meaning(
        of: KeySequence(notation: keys).keys, after: nil, in: scopes + [.everywhere])
    }
    #expect(meaning("gg", .vim, .story) == .command(.first))
    #expect(meaning("g", .vim, .index) == .unfinished)
    #expect(meaning("u", .vim, .index) == .command(.undo))
    #expect(meaning("ZZ", .vim, .index) == .command(.quit))
    #expect(meaning("f", .less, .story) == .command(.pageDown))
    #expect(meaning("h", .less, .story) == .command(.help))
    #expect(meaning("<", .less, .story) == .command(.first))
    #expect(KeyPreset.allCases.allSatisfy { meaning(" ", $0, .story) == .command(.readOn) })
    #expect(meaning("N", .newsboat, .matches, .story) == .command(.toggleUnread))
    #expect(meaning("n", .newsboat, .story) == .command(.nextUnread))
    #expect(meaning("g", .newsboat, .index) == .command(.sort))
  }

  @Test("The page that compares the keys with newsboat's says what they do", arguments: NewsboatKeys.lines)
  func newsboat(line: NewsboatKeys.Line) {
    let keymap = KeySettings(preset: .newsboat).keymap
    for scope in line.scopes {
      let meaning = keymap.meaning(of: KeySequence(notation: line.keys).keys, after: nil, in: [scope, .everywhere])
      #expect(meaning == .command(line.here), "\(line.keys) in \(scope)")
    }
  }

  @Test("All keys as Courant comes, said again, change nothing")
  func saidAgain() {
    let all = Keymap.defaults.map { Rebinding($0.command, keys: $0.keys) }
    let settings = KeySettings(rebinding: all)
    #expect(settings.problems.isEmpty)
    #expect(settings.keymap == Keymap())
    for one in all { #expect(KeySettings(rebinding: [one]).keymap == Keymap(), "\(one.command)") }
  }

  @Test("A key that is given everywhere is taken from every place, and one of a place only there")
  func taking() {
    let everywhere = KeySettings(rebinding: [Rebinding("page-down", keys: ["f"])]).keymap
    #expect(everywhere.meaning(of: [.scalar("f")], after: nil, in: [.story, .everywhere]) == .command(.pageDown))
    #expect(everywhere.label(for: .hint, in: [.story, .everywhere]) == nil)

    let place = KeySettings(rebinding: [Rebinding("page-down", in: "story", keys: ["f"])]).keymap
    #expect(place.meaning(of: [.scalar("f")], after: nil, in: [.story, .everywhere]) == .command(.pageDown))
    #expect(place.meaning(of: [.scalar("f")], after: nil, in: [.index, .everywhere]) == .nothing)
    #expect(place.meaning(of: [.pageDown], after: nil, in: [.story, .everywhere]) == .command(.pageDown))
  }

  @Test("A longer sequence takes the key that would come before it")
  func longer() {
    let keymap = KeySettings(rebinding: [Rebinding("last", keys: ["g e"])]).keymap
    #expect(keymap.meaning(of: [.scalar("g")], after: nil, in: [.everywhere]) == .unfinished)
    #expect(keymap.meaning(of: [.scalar("g"), .scalar("e")], after: nil, in: [.everywhere]) == .command(.last))
    #expect(keymap.label(for: .first, in: [.everywhere]) == "Home")
  }

  @Test("What the user names stands above the preset, and a place's own above what is said for all")
  func layers() {
    let settings = KeySettings(
      preset: .vim,
      rebinding: [
        Rebinding("toggle-unread", keys: ["u"]), Rebinding("toggle-unread", in: "index", keys: ["M"]),
        Rebinding("undo", keys: ["U"]),
      ])
    #expect(settings.problems.isEmpty)
    #expect(settings.keymap.label(for: .toggleUnread, in: [.story, .everywhere]) == "u")
    #expect(settings.keymap.label(for: .toggleUnread, in: [.index, .everywhere]) == "M")
    #expect(settings.keymap.label(for: .undo, in: [.story, .everywhere]) == "U")
  }

  @Test("Two commands on one key are told with both names, and the first one has it")
  func conflict() {
    let settings = KeySettings(rebinding: [
      Rebinding("first", keys: ["x", "y"]), Rebinding("last", keys: ["x x", "w"]), Rebinding("copy", keys: ["c"]),
    ])
    let fault = KeyFault.taken(keys: "xx", command: "last", by: "first", place: "everywhere")
    #expect(settings.problems == [.init(index: 1, fault: fault)])
    #expect(settings.keymap.label(for: .first, in: [.everywhere]) == "x")
    #expect(settings.keymap.label(for: .last, in: [.everywhere]) == "w")
    expectUnambiguous(settings.keymap)
  }

  @Test("What is wrong is told, and every other key is in force")
  func mistakes() {
    let settings = KeySettings(rebinding: [
      Rebinding("nxt-question", keys: ["x"]), Rebinding("down", in: "stroy", keys: ["x"]),
      Rebinding("up", keys: ["<uup>", "x"]), Rebinding("last", keys: ["<ende>"]), Rebinding("sort", keys: ["^c"]),
      Rebinding("tag", keys: ["<digits>t"]),
    ])
    #expect(
      settings.problems.map(\.fault) == [
        .unknownCommand("nxt-question"), .unknownPlace("stroy"), .unknownKey("uup"), .unknownKey("ende"), .kept("^c"),
        .takesNoNumber(command: "tag"),
      ])
    #expect(settings.problems.map(\.index) == [0, 1, 2, 3, 4, 5])
    #expect(settings.keymap.label(for: .up, in: [.everywhere]) == "x")
    // A command that got no key that can be typed keeps those it had.
    #expect(settings.keymap.label(for: .last, in: [.everywhere]) == "G")
    #expect(settings.keymap.label(for: .sort, in: [.index, .everywhere]) == "S")
  }

  @Test(
    "A key is read as the documents write it",
    arguments: [
      ("j", [Key.scalar("j")]), ("zR", [.scalar("z"), .scalar("R")]), ("g g", [.scalar("g"), .scalar("g")]),
      ("^D", [.control("d")]), ("^", [.scalar("^")]), ("<", [.scalar("<")]), (">", [.scalar(">")]),
      ("<>", [.scalar("<"), .scalar(">")]),
      ("<F5>", [.function(5)]), ("<alt-x>", [.alt("x")]), ("<space>", [.scalar(" ")]),
      ("^w ^w", [.control("w"), .control("w")]),
      ("é", [.scalar("é")]),
    ] as [(String, [Key])])
  func reading(notation: String, keys: [Key]) throws {
    #expect(try KeySequence.read(notation).keys == keys)
  }

  @Test(
    "What no terminal sends is no key",
    arguments: [
      ("", .empty), (" ", .blank), ("<entr>", .unknownKey("entr")), ("^m", .twin("^m", of: "<enter>")),
      ("^I", .twin("^i", of: "<tab>")), ("^s", .kept("^s")), ("^1", .untypable("^1")), ("\u{1B}", .untypable("\u{1B}")),
      ("\u{202E}", .untypable("\u{202E}")), ("<digits>", .empty), ("abcdefghi", .tooLong(most: 8)),
    ] as [(String, KeyFault)])
  func unreadable(notation: String, fault: KeyFault) {
    #expect(throws: fault) { try KeySequence.read(notation) }
  }

  @Test("Where no key is left to quit with, Control-C is shown for it")
  func wayOut() {
    let none = KeySettings(rebinding: [Rebinding("quit", keys: []), Rebinding("leave", keys: [])]).keymap
    #expect(none.label(for: .quit, in: [.index, .everywhere]) == "^c")
    let hidden = KeySettings(rebinding: [
      Rebinding("quit", keys: ["x"]), Rebinding("leave", keys: ["q"]),
      Rebinding("copy", in: "index", keys: ["q", "x"]),
    ]).keymap
    #expect(hidden.label(for: .quit, in: [.index, .everywhere]) == "^c")
    let one = KeySettings(rebinding: [Rebinding("quit", keys: [])]).keymap
    #expect(one.label(for: .quit, in: [.index, .everywhere]) == nil)
  }

  @Test("Hints, help and the prompt go by the keys in force")
  func shown() {
    var settings = ReaderSettings()
    settings.keymap =
      KeySettings(rebinding: [
        Rebinding("search", keys: ["^f"]), Rebinding("toggle-unread", keys: []), Rebinding("help", keys: ["<f2>"]),
      ]).keymap
    var driver = Driver(size: .init(columns: 80, rows: 24), settings: settings)
    #expect(driver.foot.contains("^f search") && driver.foot.hasSuffix("F2 help"))
    #expect(!driver.foot.contains("unread"))
    driver.press("u")
    #expect(driver.foot == "u does nothing here; F2 shows the keys")
    driver.press(":")
    driver.type("toggle-unread")
    driver.press("<enter>")
    #expect(driver.shows("4 unread"))
    driver.press("<f2>")
    driver.press("^f")
    driver.type("search")
    driver.press("<enter>")
    #expect(driver.shows(" ^f   "))
  }

  private func expectUnambiguous(_ keymap: Keymap) {
    for scope in Scope.allCases {
      let bound = keymap.entries.flatMap { entry in entry.bindings.filter { $0.scope == scope }.flatMap(\.keys) }
      for (index, one) in bound.enumerated() {
        for other in bound[(index + 1)...] {
          #expect(!one.isInTheWay(of: other), "\(scope): \(one.label), \(other.label)")
        }
      }
    }
  }
}
