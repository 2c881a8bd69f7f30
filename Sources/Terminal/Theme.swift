import CNcurses
import Canvas

/// The colours of the roles, as few as they can be; every role can be told without them.
struct Theme {
  /// What ncurses is told for a cell.
  struct Look: Hashable {
    var attributes: attr_t = 0
    var pair: Int16 = 0
  }

  private let looks: [Look]

  /// Sets up the colours that the terminal has; none with `isPlain`, as NO_COLOR asks.
  init(isPlain: Bool) {
    guard !isPlain, has_colors(), start_color() == OK else {
      looks = Style.Role.allCases.map { Look(attributes: Self.attributes(of: $0)) }
      return
    }
    use_default_colors()
    let colors = courant_colors()
    looks = Style.Role.allCases.map { Self.look(of: $0, colors: colors) }
  }

  func look(of style: Style) -> Look {
    var look = looks[Int(style.role.rawValue)]
    if style.isBold { look.attributes |= courant_bold() }
    if style.isUnderlined { look.attributes |= courant_underline() }
    if style.isReversed { look.attributes ^= courant_reverse() }
    return look
  }

  private static func attributes(of role: Style.Role) -> attr_t {
    switch role {
    case .text, .citation: 0
    case .accent, .heading, .error: courant_bold()
    case .faint: courant_dim()
    case .match: courant_reverse()
    }
  }

  /// Colours that read on light and on dark: a middle grey, one blue, a red; a match is black on yellow.
  private static func look(of role: Style.Role, colors: Int32) -> Look {
    let pair = Int16(role.rawValue) + 1
    switch role {
    case .text: return Look()
    case .heading: return Look(attributes: courant_bold())
    case .faint:
      guard colors >= 16 else { return Look(attributes: courant_dim()) }
      init_pair(pair, colors >= 256 ? 244 : 8, -1)
    case .accent, .citation: init_pair(pair, colors >= 256 ? 31 : 6, -1)
    case .error: init_pair(pair, colors >= 256 ? 160 : 1, -1)
    case .match: init_pair(pair, 0, colors >= 256 ? 220 : 3)
    }
    return Look(pair: pair)
  }
}
