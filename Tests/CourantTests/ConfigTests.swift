import Briefing
import Canvas
import Foundation
import Newsdesk
import Reader
import Terminal
import Testing

@testable import courant

@Suite("The settings’ file")
struct ConfigTests {
  @Test("What it says is in force")
  func good() {
    let config = read(
      """
      preset = "vim"
      measure = 70
      panes = false
      dates = "iso"
      mouse = false
      browser = "w3m '%s'"
      glyphs = "ascii"

      [theme]
      background = "light"
      faint = { foreground = 8, dim = true }
      [theme.heading]
      foreground = "#5f87af"
      background = "bright-white"
      underlined = true

      [keys]
      down = "n"
      up = ["e", "<up>"]
      [keys.story]
      next-question = "}"
      """)
    #expect(config.problems.isEmpty)
    var settings = Settings()
    settings.preset = .vim
    settings.reader.measure = 70
    settings.reader.panes = nil
    settings.reader.dates = .iso
    settings.reader.keymap =
      KeySettings(
        preset: .vim,
        rebinding: [
          Rebinding("down", keys: ["n"]), Rebinding("up", keys: ["e", "<up>"]),
          Rebinding("next-question", in: "story", keys: ["}"]),
        ]
      ).keymap
    settings.terminal.mouse = false
    settings.terminal.browser = "w3m '%s'"
    settings.terminal.glyphs = .ascii
    settings.terminal.theme.ground = .light
    var faint = Paint()
    faint.foreground = .number(8)
    faint.isDim = true
    var heading = Paint()
    heading.foreground = .rgb(0x5F, 0x87, 0xAF)
    heading.background = .number(15)
    heading.isUnderlined = true
    settings.terminal.theme.paints = [.faint: faint, .heading: heading]
    #expect(config.settings == settings)
  }

  @Test("What it says of the network and of feeds is in force")
  func network() {
    let config = read(
      """
      network = false
      refresh = "2h"
      [offline]
      cited = "starred"
      limit = "2 GB"
      [feeds."https://example.org/feed.xml"]
      title = "The Port"
      tags = ["sea", "News"]
      every = "30m"
      full = true
      keep = "forever"
      [feeds."https://example.org/other.xml"]
      keep = 7
      """)
    #expect(config.problems.isEmpty)
    var network = NetworkSettings()
    (network.isOn, network.interval, network.cited, network.limit) = (false, 7200, .starred, 2_000_000_000)
    network.feeds["https://example.org/feed.xml"] = FeedOverride(
      tags: ["sea", "news"], title: "The Port", interval: 1800, isFullText: true, keep: .forever)
    network.feeds["https://example.org/other.xml"] = FeedOverride(keep: .days(7))
    #expect(config.settings.network == network)
  }

  @Test(
    "What cannot be said of the network is told with its line, and what holds without it holds",
    arguments: [
      "network = 1", "refresh = \"1m\"", "refresh = true", "[offline]\ncited = \"some\"", "[offline]\nlimit = 500",
      "[offline]\nlimits = \"1 GB\"", "[feeds]\nx = 1", "[feeds.\"https://a.example/\"]\nkeep = 0",
      "[feeds.\"https://a.example/\"]\nevery = \"often\"", "[feeds.\"https://a.example/\"]\nfulll = true",
    ])
  func badNetwork(text: String) {
    let config = read(text)
    #expect(config.problems.count == 1)
    var settings = config.settings
    settings.network.feeds = [:]
    #expect(settings == Settings())
  }

  @Test("What is wrong is told with its line and the nearest right word", arguments: Self.mistakes)
  func wrong(text: String, sentence: String) {
    let config = read(text + "\n[theme.match]\nbold = true\n")
    #expect(config.problems.map(\.sentence) == [sentence])
    // The rest of the file is in force.
    #expect(config.settings.terminal.theme.paints[.match]?.isBold == true)
  }

  private static let mistakes: [(String, String)] = [
    ("mesure = 70", "config.toml line 1: there is no setting “mesure”; did you mean “measure”?"),
    ("measure = 5", "config.toml line 1: “measure” cannot be 5; it is from 20 to 1000"),
    ("\n\nmeasure = \"wide\"", "config.toml line 3: “measure” has to be a number of columns, from 20 to 1000"),
    ("panes = true", "config.toml line 1: “panes” has to be a number of columns, or false"),
    ("panes = 1", "config.toml line 1: “panes” cannot be 1; it is from 60 to 10000"),
    ("dates = \"ios\"", "config.toml line 1: “dates” cannot be “ios”; did you mean “iso”?"),
    (
      "glyphs = \"pretty\"",
      "config.toml line 1: “glyphs” cannot be “pretty”; it is one of \"auto\", \"unicode\", \"ascii\""
    ),
    ("preset = \"vi\"", "config.toml line 1: “preset” cannot be “vi”; did you mean “vim”?"),
    ("mouse = \"on\"", "config.toml line 1: “mouse” has to be true or false"),
    ("mouse = 1.5", "config.toml line 1: “mouse” has to be true or false"),
    (
      "browser = \"sh -c 'firefox %s'\"",
      "config.toml line 1: the browser “sh -c 'firefox %s'” starts a shell; name the browser itself"
    ),
    (
      "browser = \"one $(two)\"",
      "config.toml line 1: “one $(two)” has a $ or ` that only a shell would fill in; write it out, or begin with ~/ for your home folder"
    ),
    ("browser = '''\"a'''", "config.toml line 1: a quote in “\"a” is not closed"),
    ("keys = 1", "config.toml line 1: “keys” has to be a table: [keys]"),
    ("[tehme]", "config.toml line 1: there is no setting “tehme”; did you mean “theme”?"),
    ("[account]\ntype = \"miniflux\"\nurl = \"https://h.example\"", "config.toml line 1: “account” lacks “user”"),
    (
      "[account]\nuser = \"a\"\npassword-command = \"b\"\ntype = \"freshrss\"",
      "config.toml line 1: “account” lacks “url”"
    ),
    (
      "[account]\nurl = \"rss.example\"",
      "config.toml line 2: “account.url” has to be an address, such as \"https://rss.example.org\""
    ),
    (
      "[account]\nurl = \"https://alice:secret@rss.example\"",
      "config.toml line 2: “account.url” has a name or a password in it, which are said apart: “user”, “password-command”"
    ),
    (
      "[account]\npasword-command = \"x\"",
      "config.toml line 2: there is no setting “pasword-command”; did you mean “password-command”?"
    ),
    ("account = 1", "config.toml line 1: “account” has to be a table: [account]"),
    ("[theme]\nheadin = 1", "config.toml line 2: there is no role “headin”; did you mean “heading”?"),
    ("[theme]\nheading = \"red\"", "config.toml line 2: “theme.heading” has to be a table: [theme.heading]"),
    (
      "[theme.heading]\n\nforground = 1",
      "config.toml line 3: there is no attribute of a role “forground”; did you mean “foreground”?"
    ),
    ("[theme.text]\nforeground = \"gren\"", "config.toml line 2: “gren” is no colour; did you mean “green”?"),
    (
      "[theme.text]\nforeground = \"#12\"",
      "config.toml line 2: “#12” is no colour; use a name, a number up to 255, or “#rrggbb”"
    ),
    (
      "[theme.text]\nforeground = 256", "config.toml line 2: “theme.text.foreground” cannot be 256; it is from 0 to 255"
    ),
    (
      "# one\n\n[keys]\n# four\n# five\n\nnxt-question = \"x\"",
      "config.toml line 7: there is no command “nxt-question”; did you mean “next-question”?"
    ),
    (
      "[keys]\ndown = 1",
      "config.toml line 2: “keys.down” has to be keys in quotes, or a list of them: [\"j\", \"<down>\"]"
    ),
    (
      "[keys]\ntoggle-unread = \"m\"\ntoggle-star = \"m\"",
      "config.toml line 3: “m” cannot be for “toggle-star”, because “toggle-unread” has a key in “index” that is or begins "
        + "the same"
    ),
    (
      "[keys]\ndown = [\"x\", 1]",
      "config.toml line 2: “keys.down” has to be keys in quotes, or a list of them: [\"j\", \"<down>\"]"
    ),
    ("[keys]\ndown = \"<dwon>\"", "config.toml line 2: there is no key “<dwon>”; did you mean “<down>”?"),
    ("[keys]\ndown = \"\"", "config.toml line 2: “keys.down” has a key without a name; for no keys at all, write []"),
    ("[keys]\ndown = \" \"", "config.toml line 2: “keys.down” has a key of blanks; write “<space>” for the space bar"),
    ("[keys]\ndown = \"^i\"", "config.toml line 2: a terminal sends “<tab>” for “^i”; write that"),
    (
      "[keys]\ndown = \"^s\"",
      "config.toml line 2: “^s” stops or starts what the terminal shows, and never reaches Courant"
    ),
    ("[keys]\ndown = \"^c\"", "config.toml line 2: “^c” always quits, and can be nothing else"),
    ("[keys]\ndown = \"\\u001B[A\"", "config.toml line 2: “^[” cannot be typed"),
    (
      "[keys.stroy]\ndown = \"x\"",
      "config.toml line 1: there is no place “stroy” with keys of its own; did you mean “story”?"
    ),
    (
      "[keys]\ndown = \"x\"\nup = \"x\"",
      "config.toml line 3: “x” cannot be for “up”, because “down” has a key everywhere that is or begins the same"
    ),
    (
      "[keys]\ndown = [\n  \"x\",\n]\nup = \"xy\"",
      "config.toml line 5: “xy” cannot be for “up”, because “down” has a key everywhere that is or begins the same"
    ),
  ]

  @Test(
    "What is wrong in the grammar of a file is told in words",
    arguments: [
      ("dates = iso", "texts stand in quotes"), ("dates = \"iso", "a closing quote"), ("measure 70", "“=” is missing"),
      ("measure = 70 80", "nothing but a comment"), ("measure = 70\nmeasure = 80", "has been given already"),
      ("[theme\nx = 1", "“]” is missing"), ("browser = \"a\\q\"", "behind a \\"),
      ("measure = 070", "does not begin with 0"),
      ("keys.down = [\"j\" \"k\"]", "“,” or “]” is missing"), ("= 7", "a name is missing"),
    ])
  func grammar(text: String, words: String) throws {
    let sentence = try #require(read(text).problems.first?.sentence)
    #expect(sentence.hasPrefix("config.toml line ") && sentence.contains(words), "\(sentence)")
    for jargon in ["Error", "saw", "expected", "bare key", "terminator", "EOF"] { #expect(!sentence.contains(jargon)) }
  }

  @Test(
    "What is said of accents is said of the cursor's mark, unless that has a look of its own; a background fills its row"
  )
  func cursor() {
    let plain = read("")
    #expect(plain.settings.terminal.theme.paint(of: .cursor) == nil && !plain.settings.reader.fillsCursorRow)
    let accent = read("[theme.accent]\nforeground = \"red\"").settings
    #expect(accent.terminal.theme.paint(of: .cursor)?.foreground == Color("red") && !accent.reader.fillsCursorRow)
    let both = read("[theme.accent]\nforeground = \"red\"\n[theme.cursor]\nreversed = true").settings
    #expect(both.terminal.theme.paint(of: .cursor)?.foreground == nil && both.reader.fillsCursorRow)
  }

  @Test("What is no TOML is told with line and column, and the defaults hold")
  func broken() {
    let config = read("measure = 70\ndates = iso\n")
    #expect(config.settings == Settings())
    #expect(config.problems.count == 1)
    let sentence = config.problems.first?.sentence ?? ""
    #expect(sentence.hasPrefix("config.toml line 2, column ") && sentence.hasSuffix("the defaults hold"))
  }

  @Test(
    "A name or a value with U+0000 in it is refused whole, and not read as far as that",
    arguments: [#""meas\u0000ure" = 70"#, #"browser = "a\U00000000b""#, "keys.down = [\"j\", \"\"\"k\\u0000\"\"\"]"])
  func nul(line: String) {
    let config = read("dates = \"iso\"\n\(line)\n")
    #expect(config.settings == Settings())
    let sentences = config.problems.map(\.sentence)
    #expect(sentences.count == 1 && sentences[0].hasPrefix("config.toml line 2, column "))
    #expect(sentences[0].contains("no text may hold U+0000"))
    #expect(read(#"browser = 'a\u0000b'"#).settings.terminal.browser != nil)
  }

  @Test("Bytes that are no text are told with their line", arguments: [[0xFF], [0x00], [0xC3, 0x28]] as [[UInt8]])
  func bytes(bytes: [UInt8]) {
    let config = Config(text: Array("measure = 70\n# ".utf8) + bytes + [0x0A])
    #expect(config.settings == Settings())
    #expect(config.problems.map(\.line) == [2])
  }

  @Test("A mark of the byte order is passed over")
  func byteOrderMark() {
    #expect(Config(text: [0xEF, 0xBB, 0xBF] + Array("measure = 70".utf8)).settings.reader.measure == 70)
  }

  @Test("No sentence carries anything that a terminal could obey")
  func harmless() {
    let texts = [
      "\"\\u001b[31m\\u202e\" = 1", "dates = \"\\u001b]0;x\\u0007\"", "[keys]\n\"\\u009b1m\" = \"x\"",
      "[keys.\"\\u001b\"]\nx = \"y\"", "[theme]\n\"a\\nb\" = 1", "browser = \"sh \\u001b[1m\"", "x = \u{1B}[1m",
      "[keys]\ndown = \"<\\u001b>\"", "a = \"\u{202E}\" b",
    ]
    for text in texts {
      for problem in read(text).problems {
        let scalars = problem.sentence.unicodeScalars
        #expect(scalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\u{202E}" }, "\(text)")
      }
      #expect(!read(text).problems.isEmpty, "\(text)")
    }
  }

  @Test("A text cut or changed anywhere is read without a crash, and its lines are lines of it")
  func garbled() {
    let whole = Array(ConfigDocument.text(for: nil).replacing("\n#", with: "\n").replacing("\n ", with: "\n# ").utf8)
    var generator = SystemRandomNumberGenerator()
    let pieces = Self.pieces.map { Array($0.utf8) }
    for _ in 0..<2000 {
      var bytes = Array(whole.prefix(Int.random(in: 0...whole.count, using: &generator)))
      for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...2, using: &generator))
        bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &generator) ?? [])
      }
      let lines = bytes.count { $0 == 0x0A } + 1
      #expect(Config(text: bytes).problems.allSatisfy { (1...lines).contains($0.line) && !$0.sentence.isEmpty })
    }
  }

  private static let pieces = [
    "[", "]", "{", "}", "=", ".", ",", "#", "\n", "\"", "'", "\"\"\"", "\u{27}\u{27}\u{27}", "\\", "\\u00", "x", "a.b",
    "1",
    "-", "+", "_", "0x", "1e", "T", "Z", ":", "2020-01-01", "07:00:00", "true", "inf", "nan", "é", " ", "\t", "\r\n",
    "\u{1}", "\u{0}", "= [", "= {", "0b1", "x = ", "[x]\n", "2020-01-01 ", "T07:00:00", "[[", "]]", "1e5", "\u{7F}",
  ]

  @Test("Pieces of TOML in any order are read without a crash")
  func anyOrder() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<10_000 {
      let length = Int.random(in: 1...12, using: &generator)
      _ = read((0..<length).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined())
    }
  }

  @Test(
    "What the parser would not come back from is told with its place",
    arguments: [
      ("[=", 1, 2), ("[[ ]]", 1, 4), ("x = 1\n[ .a]", 2, 3), ("x = [}", 1, 6), ("x = { = 1 }", 1, 7), ("= 1", 1, 1),
      ("x", 1, 2), ("é", 1, 1), ("x = [ # ]\n  1 é ]", 2, 5),
    ])
  func stumbling(text: String, line: Int, column: Int) {
    guard case .noTOML(let flaw)? = read(text).problems.first else {
      Issue.record("it was read")
      return
    }
    #expect(flaw.line == line && flaw.column == column)
  }

  @Test(
    "A value of another kind costs its line and no more", arguments: ["2026-04-28", "07:32:00", "1e-5", "-inf", "0xFF"])
  func otherValues(value: String) {
    let config = read("mouse = \(value)\nmeasure = 70")
    #expect(config.problems.count == 1 && config.settings.reader.measure == 70)
  }

  @Test(
    "Nesting without an end is told, and does not crash",
    arguments: [
      ("x = ", "[", ""), ("x = ", "{a=", ""), ("", "[[", ""), ("", "a.", "a = 1"), ("[", "a.", "a]"),
      ("x = ", "[", "]"),
      ("x = {", "a.", "a = 1}"), ("[[", "a.", "a]]"),
    ])
  func nested(opening: String, piece: String, end: String) {
    #expect(!read(opening + String(repeating: piece, count: 20_000) + end).problems.isEmpty)
  }

  @Test("A name is found on its line, however it is written")
  func lines() throws {
    let lines = try KeyLines(
      """
      a = \"\"\"
      b = 1 " "" [c]
      \"\"\"
      'd' = ['''
      e = 2''', [ # f = 1
        { g = "]", h = 'i' } ],
      ]
      j.k = { l = "}", "m" = 1 }
      [ n . "o" ]
      p = 2026-04-28 # q
      [[r]]
      s = 1
      """)
    let expected = [
      ("a", 1), ("d", 4), ("d.g", 6), ("d.h", 6), ("j", 8), ("j.k", 8), ("j.k.l", 8), ("j.k.m", 8), ("n", 9),
      ("n.o", 9),
      ("n.o.p", 10), ("r", 11), ("r.s", 12), ("n.o.x", 9), ("x", 1),
    ]
    for (path, line) in expected {
      #expect(lines.line(of: path.split(separator: ".").map(String.init)) == line, "\(path)")
    }
  }

  @Test("The file lies where the XDG specification says")
  func place() {
    func path(_ variables: [String: String]) -> String? {
      ConfigPlace { variables[$0].map { Array($0.utf8) } }?.name
    }
    #expect(path(["HOME": "/h"]) == "/h/.config/courant/config.toml")
    #expect(path(["HOME": "/h", "XDG_CONFIG_HOME": "/x"]) == "/x/courant/config.toml")
    #expect(path(["HOME": "/h", "XDG_CONFIG_HOME": ""]) == "/h/.config/courant/config.toml")
    #expect(path(["HOME": "/h", "XDG_CONFIG_HOME": "x"]) == "/h/.config/courant/config.toml")
    #expect(path([:]) == nil && path(["HOME": ""]) == nil)
  }

  @Test("The document of defaults changes nothing, as it is and with every line of it said")
  func document() {
    let text = ConfigDocument.text(for: nil)
    #expect(read(text) == with(problems: []))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let said = lines.map { $0.hasPrefix("#") && $0.dropFirst().first?.isLetter == true ? $0.dropFirst() : $0 }
    var config = read(said.joined(separator: "\n"))
    #expect(config.problems.isEmpty)
    config.settings.preset = nil
    #expect(config.settings == Settings())
    for setting in Setting.all { #expect(said.contains { $0.hasPrefix("\(setting.name) = ") }) }
    for command in Keymap.commandNames { #expect(said.contains { $0.hasPrefix("\(command) = ") }) }
  }

  @Test("The nearest word is the one that was meant, or none")
  func nearest() {
    #expect(NearestWord.of("nxt-question", among: Keymap.commandNames) == "next-question")
    #expect(NearestWord.of("Measure", among: ["measure"]) == "measure")
    #expect(NearestWord.of("qiut", among: Keymap.commandNames) == "quit")
    #expect(NearestWord.of("emacs", among: ["newsboat", "vim", "less"]) == nil)
    #expect(NearestWord.of("", among: ["x"]) == "x")
    #expect(NearestWord.of(String(repeating: "a", count: 100_000), among: ["a"]) == nil)
  }

  @Test("The foot says the first of several, and how many more there are")
  func greeting() {
    #expect(read("measure = 70").greeting == nil)
    #expect(read("mesure = 70").greeting == "config.toml line 1: there is no setting “mesure”; did you mean “measure”?")
    #expect(
      read("measure = 1\na = 1\nb = 1").greeting
        == "config.toml line 1: “measure” cannot be 1; it is from 20 to 1000 (and 2 more: courant config)")
  }

  private func read(_ text: String) -> Config { Config(text: Array(text.utf8)) }

  private func with(problems: [ConfigProblem]) -> Config {
    var config = read("")
    config.problems = problems
    return config
  }
}
