import Briefing
import Canvas

/// One line of a part, ready to be drawn.
struct StoryLine: Hashable, Sendable {
  /// What can be followed in a part.
  enum Anchor: Hashable, Sendable {
    /// The n-th citation, counted from 0; a link that is cited at the same time is this.
    case citation(Int)
    /// The n-th span, counted from 0.
    case link(Int)
  }

  /// A stretch of the line in one style.
  struct Run: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// Words of the part, from this UTF-8 offset on.
      case words(offset: Int)
      /// The number of a citation.
      case citation
      /// What is not of the part's words.
      case sign
      /// The space that keeps a citation from the words beside it, and that of a tab.
      case gap
    }

    /// Counted from where the part's text begins.
    var column: Int
    var text: String
    var kind: Kind
    var look: SpanLook = []
    /// What it is a part of.
    var anchor: Anchor?
    /// Whether that begins here.
    var opens = false
    /// Where a click on it leads.
    var address: ClickAddress?
  }

  /// The UTF-8 offset in the part's text at which the line begins; the line before ends there.
  var start: Int
  var runs: [Run]
  /// Whether more of the line is not shown.
  var isCut = false
  /// Whether white space stands above it within its part.
  var isApart = false

  /// Whether what stands at an offset is among what is shown, or at its start.
  func shows(_ offset: Int) -> Bool {
    offset <= start
      || runs.contains { run in
        if case .words(let first) = run.kind { first..<first + run.text.utf8.count ~= offset } else { false }
      }
  }
}

/// How words are set apart from those around them.
struct SpanLook: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let emphasis = SpanLook(rawValue: 1)
  static let strong = SpanLook(rawValue: 2)
  static let code = SpanLook(rawValue: 4)
  static let link = SpanLook(rawValue: 8)
  /// What is not of the words themselves.
  static let faint = SpanLook(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ style: Block.Span.Style) {
    switch style {
    case .emphasis: self = .emphasis
    case .strong: self = .strong
    case .code: self = .code
    case .link: self = .link
    }
  }

  func style(over style: Style) -> Style {
    guard !isEmpty else { return style }
    var style = style
    if contains(.link) {
      style.role = .link
    } else if contains(.code) {
      style.role = .code
      // No colour tells it from the words around it.
      style.isBold = true
    } else if contains(.faint) {
      style.role = .faint
    }
    if contains(.strong) { style.isBold = true }
    if contains(.emphasis) { style.isItalic = true }
    return style
  }
}

/// The spans around a place that goes on through a text. The whole way costs one pass over the spans.
struct SpanWalk {
  private struct Level {
    var end: Int
    var look: SpanLook
    var anchor: StoryLine.Anchor?
    var start: Int
  }

  private let text: PartText
  private var next = 0
  private var levels: [Level] = []
  /// The citations that are links at the same time, as far as the place has come to them.
  private(set) var linked: Set<Int> = []

  init(_ text: PartText) { self.text = text }

  var look: SpanLook { levels.last?.look ?? [] }
  /// What is followed from here.
  var anchor: StoryLine.Anchor? { levels.last?.anchor }
  /// Where that begins.
  var anchorStart: Int? { levels.last?.start }

  /// Where the look may change next.
  var change: Int? {
    let start = next < text.spans.count ? text.spans[next].range.lowerBound : nil
    guard let end = levels.last?.end else { return start }
    return start.map { min($0, end) } ?? end
  }

  mutating func go(to place: Int) {
    while let last = levels.last, last.end <= place { levels.removeLast() }
    while next < text.spans.count, text.spans[next].range.lowerBound <= place {
      if text.spans[next].range.upperBound > place { open(next) }
      next += 1
    }
  }

  /// Spans lie one in the other: one that would reach beyond the one around it ends with that.
  private mutating func open(_ index: Int) {
    let span = text.spans[index]
    var level = levels.last ?? Level(end: .max, look: [], anchor: nil, start: 0)
    level.end = min(level.end, span.range.upperBound)
    level.look.formUnion(SpanLook(span.style))
    if case .link = span.style {
      let citation = text.citation(ofLink: index)
      if let citation { linked.insert(citation) }
      level.anchor = citation.map { .citation($0) } ?? .link(index)
      level.start = span.range.lowerBound
    }
    levels.append(level)
  }
}
