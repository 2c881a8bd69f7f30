import Canvas
import Newsdesk
import Reader
import Terminal

/// Takes the entries of a settings' file one by one. What is wrong is noted, and every other entry is in force.
struct ConfigReader {
  private(set) var settings = Settings()
  private(set) var problems: [ConfigProblem] = []
  private var rebindings: [(rebinding: Rebinding, path: String, line: Int)] = []

  init(_ entries: [SettingEntry]) {
    for entry in entries {
      switch (entry.name, entry.value) {
      case ("theme", .table(let entries)): takeTheme(entries)
      case ("keys", .table(let entries)): takeKeys(entries, in: nil, under: "keys")
      case ("offline", .table(let entries)): takeOffline(entries)
      case ("feeds", .table(let entries)): takeFeeds(entries)
      case ("account", .table(let entries)): takeAccount(entries, at: entry.line)
      case ("theme", _), ("keys", _), ("offline", _), ("feeds", _), ("account", _):
        note(entry, under: nil, .wrongKind("a table: [\(entry.name)]"))
      default: take(entry)
      }
    }
    let keys = KeySettings(preset: settings.preset, rebinding: rebindings.map(\.rebinding))
    settings.reader.keymap = keys.keymap
    for problem in keys.problems {
      let (_, path, line) = rebindings[problem.index]
      problems.append(.setting(path, line: line, .key(problem.fault)))
    }
    problems.sort { $0.line < $1.line }
  }

  private mutating func note(_ entry: SettingEntry, under path: String?, _ fault: SettingFault) {
    problems.append(.setting(path.map { "\($0).\(entry.name)" } ?? entry.name, line: entry.line, fault))
  }

  private mutating func take(_ entry: SettingEntry) {
    do throws(SettingFault) {
      guard let setting = Setting.all.first(where: { $0.name == entry.name }) else {
        throw .unknown(
          entry.name, .setting, among: Setting.all.map(\.name) + ["theme", "keys", "offline", "feeds", "account"])
      }
      try setting.take(entry.value, &settings)
    } catch {
      note(entry, under: nil, error)
    }
  }

  private mutating func takeOffline(_ entries: [SettingEntry]) {
    let attributes = NetworkSetting.offline.map { ($0.name, $0.take) }
    for entry in entries {
      let fault = Self.take(entry, among: attributes, as: .setting, into: &settings)
      if let fault { note(entry, under: "offline", fault) }
    }
  }

  /// An account that lacks something, or has something wrong, is none.
  private mutating func takeAccount(_ entries: [SettingEntry], at line: Int) {
    var account = AccountSettings()
    let before = problems.count
    for entry in entries {
      let fault = Self.take(
        entry, among: AccountSetting.all.map { ($0.name, $0.take) }, as: .setting, into: &account)
      if let fault { note(entry, under: "account", fault) }
    }
    if problems.count == before, let missing = account.missing {
      problems.append(.setting("account", line: line, .lacking(missing)))
    }
    account.isWhole = problems.count == before
    settings.account = account
  }

  /// Each feed has a table, called by its address.
  private mutating func takeFeeds(_ entries: [SettingEntry]) {
    for entry in entries {
      guard case .table(let attributes) = entry.value else {
        note(entry, under: "feeds", .wrongKind("a table: [feeds.\"\(entry.name)\"]"))
        continue
      }
      var feed = FeedOverride()
      for attribute in attributes {
        let fault = Self.take(
          attribute, among: NetworkSetting.feed.map { ($0.name, $0.take) }, as: .setting, into: &feed)
        if let fault { note(attribute, under: "feeds.\"\(entry.name)\"", fault) }
      }
      settings.network.feeds[entry.name] = feed
    }
  }

  private mutating func takeTheme(_ entries: [SettingEntry]) {
    for entry in entries {
      do throws(SettingFault) {
        if entry.name == ThemeSetting.ground.name {
          try ThemeSetting.ground.take(entry.value, &settings)
        } else if let (_, role, _) = ThemeSetting.roles.first(where: { $0.name == entry.name }) {
          guard case .table(let entries) = entry.value else { throw .wrongKind("a table: [theme.\(entry.name)]") }
          var paint = Paint()
          for entry in entries {
            let fault = Self.take(entry, among: ThemeSetting.attributes, as: .attribute, into: &paint)
            if let fault { note(entry, under: "theme.\(ThemeSetting.name(of: role))", fault) }
          }
          settings.terminal.theme.paints[role] = paint == Paint() ? nil : paint
          if role == .cursor { settings.reader.fillsCursorRow = paint.isReversed == true || paint.background != nil }
        } else {
          let names = ThemeSetting.roles.map(\.name)
          throw .unknown(entry.name, .role, among: [ThemeSetting.ground.name] + names)
        }
      } catch {
        note(entry, under: "theme", error)
      }
    }
  }

  /// Takes what an entry says of something, by what can be said of it; gives why it is not in force.
  private static func take<Subject>(
    _ entry: SettingEntry,
    among attributes: [(name: String, take: @Sendable (SettingValue, inout Subject) throws(SettingFault) -> Void)],
    as noun: SettingFault.Noun, into subject: inout Subject
  ) -> SettingFault? {
    guard let attribute = attributes.first(where: { $0.name == entry.name }) else {
      return .unknown(entry.name, noun, among: attributes.map(\.name))
    }
    do throws(SettingFault) {
      try attribute.take(entry.value, &subject)
      return nil
    } catch {
      return error
    }
  }

  /// A command has its keys; a place has a table of commands.
  private mutating func takeKeys(_ entries: [SettingEntry], in place: String?, under path: String) {
    for entry in entries {
      if case .table(let commands) = entry.value, place == nil {
        if !Keymap.placeNames.contains(entry.name) {
          note(entry, under: path, .key(.unknownPlace(entry.name)))
        } else {
          takeKeys(commands, in: entry.name, under: "keys.\(entry.name)")
        }
      } else if let keys = entry.value.texts {
        rebindings.append((Rebinding(entry.name, in: place, keys: keys), "\(path).\(entry.name)", entry.line))
      } else {
        note(entry, under: path, .wrongKind("keys in quotes, or a list of them: [\"j\", \"<down>\"]"))
      }
    }
  }
}

extension ConfigProblem {
  /// Where it stands in the file; 0 for the file as a whole.
  var line: Int {
    switch self {
    case .unreadable, .tooLarge: 0
    case .notText(let line), .setting(_, let line, _): line
    case .noTOML(let flaw): flaw.line
    }
  }
}
