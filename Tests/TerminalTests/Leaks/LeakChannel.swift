/// A way for text from outside into the program, and the commands that show what came through it.
enum LeakChannel: String, CaseIterable, Sendable {
  case files, wide, exported, input, names, arguments, catalog, tags, settings, brokenSettings, environment

  /// Whether both sides are told the same: not where a payload is a mistake, and each mistake has a sentence of its own.
  var isComparable: Bool { self != .brokenSettings }

  /// The payloads that can come this way.
  var payloads: [Payload] {
    switch self {
    case .files, .input, .catalog: Payload.all
    case .wide, .exported: Payload.all.filter { $0.text != nil }
    case .names: Payload.all.filter(\.fitsName)
    case .settings: Payload.all.filter { !$0.bytes.contains(0) && $0.bytes.count < 60 }
    case .brokenSettings: Payload.all.filter { $0.bytes.count < 60 }
    // A place that is not UTF-8 is refused, with a sentence of its own.
    case .environment: Payload.all.filter { $0.text != nil && $0.fitsName && $0.bytes.count < 60 }
    case .arguments, .tags: Payload.all.filter { !$0.bytes.contains(0) && $0.bytes.count <= 1000 }
    }
  }

  /// One command a line; each is a surface, and is run on the terminal with the folder as the current one.
  func commands(at place: LeakPlace) -> [String] {
    switch self {
    case .files: Self.reading("--in stories", stories: "stories")
    case .wide: ["list --in wide", "show wide", "questions --in wide"].map { "courant \($0)" }
    case .exported: Self.reading("--in exported", stories: "exported")
    case .input:
      ["show -", "show --markdown -", "show --json -", "list --in -", "questions --in -"].map {
        "courant \($0) <all.txt"
      }
    case .names:
      [
        "list --in names", "list --in named", "show names/*", "show named/*", "add names", "search lede --in names",
        "mark read names/*",
      ]
      .map { "courant \($0)" } + ["for f in names/*; do set -- \"$@\" --in \"$f\"; done; courant sources \"$@\""]
    case .arguments: arguments(at: place)
    case .catalog:
      ["courant add stories 2>&1 | cat"] + Self.reading("", stories: "$(courant list | cut -d' ' -f1)")
        + [
          "courant mark read nobody", "courant undo", "courant export --format text out", "cat out/*",
          "courant export --format markdown out2", "cat out2/*",
        ]
    case .tags:
      ["courant add 2026-04-28-one.txt 2>&1 | cat", "id=$(courant list | cut -d' ' -f1)"]
        + payloads.filter { $0.bytes.count < 60 }.chunked(40).map {
          "courant tag add \(Self.word(place.side.words($0))) $id"
        }
        + [
          "courant list", "courant list --json", "courant show $id", "courant show --json $id", "courant undo",
          "courant export --format json out", "cat out/*",
        ]
    case .settings: settings(at: place)
    case .brokenSettings: brokenSettings(at: place)
    case .environment: environment(at: place)
    }
  }

  private static func reading(_ input: String, stories: String) -> [String] {
    [
      "list \(input)", "list --json \(input)", "show \(stories)", "show --markdown \(stories)",
      "show --json \(stories)",
      "search lede \(input)", "search --json answer \(input)", "search --best bullet \(input)", "sources \(input)",
      "sources wire.example.org \(input)", "sources --json harbour.example.com \(input)", "questions \(input)",
      "questions --json \(input)",
    ].map { "courant \($0)" }
  }

  private func arguments(at place: LeakPlace) -> [String] {
    let words = payloads.map { Self.word(place.side.word($0)) }
    let all = Self.word(place.side.words(payloads))
    let each = words.joined(separator: " ")
    return [
      "show \(each)", "show ./\(words.joined(separator: " ./"))", "list --in \(words.joined(separator: " --in "))",
      "add \(each)",
      "--\(all)", "show --width \(all) 2026-04-28-one.txt", "search \(all) --in 2026-04-28-one.txt",
      "search \"source:\"\(all) --in 2026-04-28-one.txt",
      "list \"tag:\"\(all) --in 2026-04-28-one.txt", "list \"date:\"\(all) --in 2026-04-28-one.txt",
      "sources \(all) --in 2026-04-28-one.txt",
      "export --format \(all) out", "export \(all)/x", "help \(all)", "mark \(all)", "mark read \(each)",
      "tag add x \(each)",
      "show --version \(all) x", "list --sort \(all)", "-- \(words[0])",
    ].map { "courant \($0)" }
  }

  private func settings(at place: LeakPlace) -> [String] {
    let escaped = payloads.compactMap { payload in
      payload.text.map { (place.side == .hostile ? "wa\($0)ter" : "wa\(payload.shown)ter").tomlEscaped }
    }
    let lines =
      escaped.enumerated().map { "\"n\($0)\($1)\" = 1\n" }.joined()
      + "preset = \"\(escaped[0])\"\nbrowser = \"'\(escaped[4])\"\ndates = \"\(escaped[40])\"\n[keys]\n"
      + escaped.enumerated().map { "\"k\($0)\($1)\" = \"j\"\n" }.joined()
    try? place.write("home/.config/courant/config.toml", Array(lines.utf8))
    return ["courant config", "courant doctor"]
  }

  /// As they are, which TOML does not allow; what is no text is tried whole, of the others a quarter.
  private func brokenSettings(at place: LeakPlace) -> [String] {
    var commands: [String] = []
    for (number, payload) in payloads.enumerated() where payload.text == nil || number % 4 == 0 {
      let raw = Array("measure = 72\n\(number % 2 == 0 ? "browser = \"" : "")".utf8) + place.side.word(payload)
      try? place.write("raw\(number)", raw)
      commands.append(
        "mkdir -p x\(number)/courant; mv raw\(number) x\(number)/courant/config.toml; XDG_CONFIG_HOME=$PWD/x\(number) courant config >/dev/null"
      )
    }
    return commands
  }

  private func environment(at place: LeakPlace) -> [String] {
    payloads.chunked(24).flatMap { chunk in
      let word = Self.word(place.side.words(chunk))
      return [
        "TERM=\(word) courant doctor", "TERM=\(word) courant 2026-04-28-one.txt", "LC_ALL=\(word) courant doctor",
        "LANG=\(word) LC_ALL= courant doctor",
        "HOME=/nonexistent/\(word) courant list", "XDG_DATA_HOME=/dev/null/\(word) courant add 2026-04-28-one.txt",
        "XDG_DATA_HOME=$PWD/\(word) courant doctor", "XDG_CONFIG_HOME=/nonexistent/\(word) courant config >/dev/null",
        "BROWSER=\"'\"\(word) COLORFGBG=\(word) NO_COLOR=\(word) courant doctor",
        "TZ=\(word) TERMINFO=\(word) courant doctor", "COLUMNS=\(word) courant show 2026-04-28-one.txt | head -3",
      ]
    }
  }

  /// As a word of the shell, byte for byte.
  private static func word(_ bytes: [UInt8]) -> String {
    "\"$(printf '"
      + bytes.map { "\\" + String(repeating: "0", count: 3 - String($0, radix: 8).count) + String($0, radix: 8) }
      .joined() + "')\""
  }
}

extension Array {
  func chunked(_ size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

extension String {
  fileprivate var tomlEscaped: String {
    unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}
