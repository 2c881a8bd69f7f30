import CNcurses
import Canvas
import System

/// The colours of the roles, as few as they can be; every role can be told without them.
struct Theme {
  /// What ncurses is told for a cell.
  struct Look: Hashable {
    var attributes: attr_t = 0
    var pair: Int16 = 0
  }

  private let looks: [Look]
  /// What stands for italics: underlining, where the terminal has none.
  private let italic = courant_capability("sitm") == nil ? courant_underline() : courant_italic()
  /// Of each role, whether its blanks are seen.
  private let grounded: [Bool]

  /// Sets up the colours that the terminal has; none with `isPlain`, as NO_COLOR asks.
  init(isPlain: Bool, _ settings: ThemeSettings = ThemeSettings()) {
    let hasColors = !isPlain && has_colors() && start_color() == OK
    if hasColors { use_default_colors() }
    let palette = hasColors ? Palette(colors: Int(courant_colors())) : .none
    let ground = settings.ground(told: Environment["COLORFGBG"])
    let paints = Style.Role.allCases.map { RolePaint($0, settings, ground: ground, palette: palette) }
    looks = zip(Style.Role.allCases, paints).map { Self.look(of: $0, $1.on(paints.first), palette) }
    grounded = paints.map(\.hasGround)
    // What is erased is blank text, in its background.
    if let text = looks.first, grounded.first == true { courant_set_ground(Int32(text.pair)) }
  }

  func look(of style: Style) -> Look {
    var look = looks[Int(style.role.rawValue)]
    if style.isBold { look.attributes |= courant_bold() }
    if style.isItalic { look.attributes |= italic }
    if style.isUnderlined { look.attributes |= courant_underline() }
    if style.isReversed { look.attributes ^= courant_reverse() }
    return look
  }

  /// Whether a blank of a role looks other than one of the screen's.
  func showsBlanks(of role: Style.Role) -> Bool { grounded[Int(role.rawValue)] }

  private static func bits(of attribute: RolePaint.Attribute) -> attr_t {
    switch attribute {
    case .bold: courant_bold()
    case .underlined: courant_underline()
    case .reversed: courant_reverse()
    case .dim: courant_dim()
    }
  }

  private static func look(of role: Style.Role, _ paint: RolePaint, _ palette: Palette) -> Look {
    var look = Look()
    for attribute in paint.attributes { look.attributes |= Self.bits(of: attribute) }
    let colors = (palette.number(of: paint.foreground), palette.number(of: paint.background))
    guard colors != (-1, -1) else { return look }
    look.pair = Int16(role.rawValue) + 1
    courant_init_pair(Int32(look.pair), colors.0, colors.1)
    return look
  }
}

extension RolePaint {
  fileprivate var hasGround: Bool {
    background != .standard || !attributes.isDisjoint(with: [.reversed, .underlined])
  }
}
