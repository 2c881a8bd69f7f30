import Canvas
import Terminal

/// What the table `theme` holds.
enum ThemeSetting {
  static let ground = Setting(
    name: "background",
    about: [
      "What the terminal's background is: \(Setting.choices(ThemeSettings.Ground.allCases.map(\.rawValue))).",
      "The colours of \"auto\" read on both; the terminal is never asked.",
    ],
    value: "\"auto\""
  ) { value, settings throws(SettingFault) in
    let name = try Setting.choice(value, among: ThemeSettings.Ground.allCases.map(\.rawValue))
    settings.terminal.theme.ground = ThemeSettings.Ground(rawValue: name) ?? .auto
  }

  /// The roles, and what is drawn in them.
  static let roles: [(name: String, role: Style.Role, about: String)] = [
    ("text", .text, "Running text, and the background of the screen."),
    ("accent", .accent, "Keys, messages and the cursor's mark, where [theme.cursor] says nothing of that."),
    ("faint", .faint, "Days, counts and hints."),
    ("heading", .heading, "Headlines, questions and titles."),
    ("citation", .citation, "Marks such as [1]."),
    ("match", .match, "What a search found."),
    ("error", .error, "What went wrong."),
    ("link", .link, "Words that lead to an address."),
    ("code", .code, "Code, by itself and among words."),
    ("quote", .quote, "The bar before what is quoted."),
    ("cursor", .cursor, "The cursor's mark; reversed, or with a background, the whole row that it stands on."),
  ]

  /// What can be said of a role.
  static let attributes: [(name: String, take: @Sendable (SettingValue, inout Paint) throws(SettingFault) -> Void)] = [
    ("foreground", { value, paint throws(SettingFault) in paint.foreground = try color(value) }),
    ("background", { value, paint throws(SettingFault) in paint.background = try color(value) }),
    ("bold", { value, paint throws(SettingFault) in paint.isBold = try Setting.flag(value) }),
    ("underlined", { value, paint throws(SettingFault) in paint.isUnderlined = try Setting.flag(value) }),
    ("reversed", { value, paint throws(SettingFault) in paint.isReversed = try Setting.flag(value) }),
    ("dim", { value, paint throws(SettingFault) in paint.isDim = try Setting.flag(value) }),
  ]

  static func name(of role: Style.Role) -> String {
    roles.first { $0.role == role }?.name ?? ""
  }

  private static func color(_ value: SettingValue) throws(SettingFault) -> Color {
    switch value {
    case .number(let number):
      guard let number = UInt8(exactly: number) else { throw .outside(number, 0...255) }
      return .number(number)
    case .text(let text):
      guard let color = Color(text) else { throw .noColor(text) }
      return color
    default: throw .wrongKind("the name of a colour, a number from 0 to 255, or \"#rrggbb\"")
    }
  }
}
