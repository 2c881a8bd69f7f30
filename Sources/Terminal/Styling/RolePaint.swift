import Canvas

/// What a role is drawn with on a terminal of some colours.
struct RolePaint: Hashable {
  enum Attribute: Hashable { case bold, underlined, reversed, dim }

  var attributes: Set<Attribute> = []
  var foreground = Color.standard
  var background = Color.standard

  /// As Courant comes, as few colours as can be; what the user chose stands above.
  ///
  /// Without colours, attributes tell the roles apart. A foreground of the user's needs no dimming in its stead.
  init(_ role: Style.Role, _ settings: ThemeSettings, ground: ThemeSettings.Ground, palette: Palette) {
    if palette == .none {
      attributes = Self.plain(role)
    } else {
      color(role, ground, palette)
    }
    guard let paint = settings.paint(of: role) else { return }
    if palette != .none {
      if let color = paint.foreground {
        foreground = color
        attributes.remove(.dim)
      }
      background = paint.background ?? background
    }
    set(.bold, paint.isBold)
    set(.underlined, paint.isUnderlined)
    set(.reversed, paint.isReversed)
    set(.dim, paint.isDim)
  }

  /// On text of another look than the terminal's, what has no colour of its own has that of text.
  func on(_ text: RolePaint?) -> RolePaint {
    guard let text else { return self }
    var paint = self
    if foreground == .standard { paint.foreground = text.foreground }
    if background == .standard { paint.background = text.background }
    return paint
  }

  private mutating func set(_ attribute: Attribute, _ isOn: Bool?) {
    if isOn == true { attributes.insert(attribute) } else if isOn == false { attributes.remove(attribute) }
  }

  private static func plain(_ role: Style.Role) -> Set<Attribute> {
    switch role {
    case .text, .citation, .code, .cursor: []
    case .accent, .heading, .error: [.bold]
    case .faint, .quote: [.dim]
    case .link: [.underlined]
    case .match: [.reversed]
    }
  }

  /// On either ground: a middle grey, one blue, a red, a green; a match is black on yellow.
  private mutating func color(_ role: Style.Role, _ ground: ThemeSettings.Ground, _ palette: Palette) {
    let hasMany = palette == .many || palette == .direct
    func pick(_ many: (auto: UInt8, light: UInt8, dark: UInt8), _ few: (auto: UInt8, light: UInt8, dark: UInt8))
      -> Color
    {
      let colors = hasMany ? many : few
      return .number(ground == .light ? colors.light : ground == .dark ? colors.dark : colors.auto)
    }
    switch role {
    // In no colour, as it moves with every key.
    case .text, .cursor: break
    case .heading: attributes = [.bold]
    case .link: attributes = [.underlined]
    case .faint where palette == .few(8), .quote where palette == .few(8): attributes = [.dim]
    case .faint, .quote: foreground = pick((244, 241, 246), (8, 8, 8))
    case .code: foreground = pick((65, 22, 108), (2, 2, 2))
    case .accent, .citation: foreground = pick((31, 25, 74), (6, 4, 6))
    case .error: foreground = pick((160, 124, 203), (1, 1, 1))
    case .match: (foreground, background) = (.number(0), pick((220, 220, 220), (3, 3, 3)))
    }
  }
}

extension ThemeSettings {
  /// The ground to choose colours for: `COLORFGBG`, which some terminals set, ends in the number of their background.
  func ground(told colors: String?) -> Ground {
    guard ground == .auto, let last = colors?.split(separator: ";").last, let number = Int(last) else { return ground }
    switch number {
    case 0...6, 8: return .dark
    case 7, 9...15: return .light
    default: return .auto
    }
  }
}
