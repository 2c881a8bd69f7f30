/// The elements of HTML that mean something to a reader of pages; all others are `other`.
package enum HTMLElement: UInt8, CaseIterable, Sendable {
  case other
  case a, abbr, address, applet, area, article, aside, audio, b, base, big, blockquote, body, br, button, canvas,
    caption
  case center, cite, code, col, colgroup, data, dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset
  case figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html,
    i
  case iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark, math, menu, meta, nav, nobr, noembed
  case noframes, noscript, object, ol, optgroup, option, p, param, picture, plaintext, pre, q, rp, rt, ruby, s, samp
  case script, search, section, select, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody
  case td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, video, wbr, xmp

  /// Whether it has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: true
    default: false
    }
  }

  /// Whether its content is text without elements, and what text.
  var content: MarkupTokenizer.Content {
    switch self {
    case .title, .textarea: .references
    case .style, .xmp, .iframe, .noembed, .noframes: .raw
    case .script: .script
    case .plaintext: .plain
    default: .data
    }
  }

  /// Whether it stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .dir, .div, .dl,
      .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html,
      .legend,
      .li, .main, .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section, .summary, .table, .tbody, .td, .tfoot, .th,
      .thead, .tr, .ul, .xmp:
      true
    default: false
    }
  }

  /// The level of a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}

extension HTMLElement {
  /// Every element by its name.
  static let names = NameTable(allCases.filter { $0 != .other }.map { (String(describing: $0), $0) })

  /// How many there are, `other` among them.
  static let count = allCases.count
}
