import Reader
import Terminal

/// A setting that has a name of its own: what it is, what it is without being set, and how a value of it is taken.
///
/// Reading the file, printing the defaults and finding the nearest name all go by the one table.
struct Setting: Sendable {
  let name: String
  /// What it is and what it can be, for the document of defaults; a line each.
  let about: [String]
  /// What holds without it, in TOML.
  let value: String
  let take: @Sendable (SettingValue, inout Settings) throws(SettingFault) -> Void

  static let all: [Setting] = [
    preset, measure, panes, folds, dates, mouse, browser, glyphs, network, refresh,
  ]

  private static let preset = Setting(
    name: "preset",
    about: [
      "Keys that users of another program expect: \(choices(presetNames)).", "What [keys] says stands above them.",
    ],
    value: "\"courant\""
  ) { value, settings throws(SettingFault) in
    let name = try choice(value, among: presetNames)
    settings.preset = KeyPreset(rawValue: name)
  }

  private static let presetNames = ["courant"] + KeyPreset.allCases.map(\.rawValue)

  private static let measure = Setting(
    name: "measure", about: ["The most columns of text side by side, from \(range(measures))."],
    value: "\(ReaderSettings.widest)"
  ) { value, settings throws(SettingFault) in
    settings.reader.measure = try number(value, in: measures)
  }

  private static let measures = 20...1000

  private static let panes = Setting(
    name: "panes",
    about: [
      "From how many columns on the list and the page stand side by side, from \(range(paned)); false for never."
    ],
    value: "\(ReaderSettings.wide)"
  ) { value, settings throws(SettingFault) in
    if case .flag(false) = value {
      settings.reader.panes = nil
    } else if case .number = value {
      settings.reader.panes = try number(value, in: paned)
    } else {
      throw .wrongKind("a number of columns, or false")
    }
  }

  private static let paned = 60...10_000

  private static let folds = Setting(
    name: "folds",
    about: ["How the answers of a story are when it is opened: \(choices(FoldStyle.allCases.map(\.rawValue)))."],
    value: "\"closed\""
  ) { value, settings throws(SettingFault) in
    let name = try choice(value, among: FoldStyle.allCases.map(\.rawValue))
    settings.reader.folds = FoldStyle(rawValue: name) ?? .closed
  }

  private static let dates = Setting(
    name: "dates",
    about: [
      "How days are written: \"short\" is 28 Apr, \"iso\" is 2026-04-28; \"auto\" is short in the reader and iso in lists.",
      "What goes into a pipe or a file is iso whatever is said here.",
    ],
    value: "\"auto\""
  ) { value, settings throws(SettingFault) in
    let name = try choice(value, among: DateStyle.allCases.map(\.rawValue))
    settings.reader.dates = DateStyle(rawValue: name) ?? .auto
  }

  private static let mouse = Setting(
    name: "mouse",
    about: ["Whether clicks and the wheel are for the reader; with false the terminal selects text with them."],
    value: "\(TerminalSettings().mouse)"
  ) { value, settings throws(SettingFault) in
    settings.terminal.mouse = try flag(value)
  }

  private static let browser = Setting(
    name: "browser",
    about: ["What opens addresses, written like $BROWSER, before which it comes; \"\" leaves it to that."],
    value: "\"\""
  ) { value, settings throws(SettingFault) in
    guard case .text(let command) = value else { throw .wrongKind("a command in quotes") }
    if let refusal = Browser.refusal(of: command) { throw .browser(refusal) }
    settings.terminal.browser = command.isEmpty ? nil : command
  }

  private static let glyphs = Setting(
    name: "glyphs",
    about: [
      "The signs that are drawn: \(choices(TerminalSettings.Glyphs.allCases.map(\.rawValue))).",
      "\"auto\" is unicode where the locale can be UTF-8; \"ascii\" leaves the letters of a text as they are.",
    ],
    value: "\"auto\""
  ) { value, settings throws(SettingFault) in
    let name = try choice(value, among: TerminalSettings.Glyphs.allCases.map(\.rawValue))
    settings.terminal.glyphs = TerminalSettings.Glyphs(rawValue: name) ?? .auto
  }
}

/// Those of the network.
extension Setting {
  private static let network = Setting(
    name: "network",
    about: ["Whether the network may be used; with false nothing is fetched, and no connection made."], value: "true"
  ) { value, settings throws(SettingFault) in
    settings.network.isOn = try flag(value)
  }

  private static let refresh = Setting(
    name: "refresh",
    about: ["How often a reader that stays open fetches what is new by itself, such as \"1h\"; false for never."],
    value: "false"
  ) { value, settings throws(SettingFault) in
    if case .flag(false) = value {
      settings.network.interval = nil
    } else {
      settings.network.interval = try NetworkSetting.interval(value)
    }
  }
}

/// Kinds of values.
extension Setting {
  static func choice(_ value: SettingValue, among names: [String]) throws(SettingFault) -> String {
    guard case .text(let name) = value else { throw .wrongKind("one of \(choices(names))") }
    guard names.contains(name) else { throw .notOneOf(name, names) }
    return name
  }

  static func flag(_ value: SettingValue) throws(SettingFault) -> Bool {
    guard case .flag(let flag) = value else { throw .wrongKind("true or false") }
    return flag
  }

  private static func number(_ value: SettingValue, in range: ClosedRange<Int>) throws(SettingFault) -> Int {
    guard case .number(let number) = value else { throw .wrongKind("a number of columns, from \(self.range(range))") }
    guard range.contains(number) else { throw .outside(number, range) }
    return number
  }

  static func choices(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  private static func range(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound) to \(range.upperBound)"
  }
}
