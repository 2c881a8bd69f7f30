public import Canvas

/// The colours and attributes of the roles that differ from those that Courant comes with.
public struct ThemeSettings: Hashable, Sendable {
  /// Which colours to begin with.
  public enum Ground: String, Hashable, Sendable, CaseIterable {
    /// Those that read on both, unless `COLORFGBG` tells. The terminal is not asked: it may never answer.
    case auto
    case light, dark
  }

  public var ground = Ground.auto
  public var paints: [Style.Role: Paint] = [:]

  public init() {}

  /// What the user says of a role; of the cursor's mark, where nothing is said of that, what is said of accents.
  public func paint(of role: Style.Role) -> Paint? {
    paints[role] ?? (role == .cursor ? paints[.accent] : nil)
  }
}

/// How a role is drawn; nil leaves what it has.
public struct Paint: Hashable, Sendable {
  public var foreground: Color?
  public var background: Color?
  public var isBold: Bool?
  public var isUnderlined: Bool?
  public var isReversed: Bool?
  public var isDim: Bool?

  public init() {}
}
