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
      case ("theme", _), ("keys", _): note(entry, under: nil, .wrongKind("a table: [\(entry.name)]"))
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
        throw .unknown(entry.name, .setting, among: Setting.all.map(\.name) + ["theme", "keys"])
      }
      try setting.take(entry.value, &settings)
    } catch {
      note(entry, under: nil, error)
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
          for entry in entries { takeAttribute(entry, of: &paint, under: "theme.\(ThemeSetting.name(of: role))") }
          settings.terminal.theme.paints[role] = paint == Paint() ? nil : paint
        } else {
          let names = ThemeSetting.roles.map(\.name)
          throw .unknown(entry.name, .role, among: [ThemeSetting.ground.name] + names)
        }
      } catch {
        note(entry, under: "theme", error)
      }
    }
  }

  private mutating func takeAttribute(_ entry: SettingEntry, of paint: inout Paint, under path: String) {
    do throws(SettingFault) {
      guard let attribute = ThemeSetting.attributes.first(where: { $0.name == entry.name }) else {
        throw .unknown(entry.name, .attribute, among: ThemeSetting.attributes.map(\.name))
      }
      try attribute.take(entry.value, &paint)
    } catch {
      note(entry, under: path, error)
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
