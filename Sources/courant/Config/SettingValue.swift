/// A value of the settings' file, whatever the file is written in.
enum SettingValue: Hashable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([SettingValue])
  case table([SettingEntry])
  /// A fraction, a date or a time, which no setting takes.
  case other

  /// The text of one, or the texts of a list of nothing else.
  var texts: [String]? {
    switch self {
    case .text(let text): return [text]
    case .list(let values):
      var texts: [String] = []
      for case .text(let text) in values { texts.append(text) }
      return texts.count == values.count ? texts : nil
    default: return nil
    }
  }
}

/// A name with its value, and the line that it stands on.
struct SettingEntry: Hashable {
  var name: String
  var value: SettingValue
  var line: Int
}
