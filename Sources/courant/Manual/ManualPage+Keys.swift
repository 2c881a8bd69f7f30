import Reader

/// `courant-keys(7)`: the keys of the reader, from the command table.
extension ManualPage {
  static var keys: ManualPage {
    var parts: [Part] = [.chapter("Description"), .paragraph(about)]
    for chapter in KeysDocument.chapters {
      parts += [.chapter(chapter.title), .entries(chapter.lines.map(Entry.init))]
    }
    parts += [.chapter("Presets"), .paragraph(presets)]
    for preset in KeysDocument.presets { parts += [.section(preset.title), .entries(preset.lines.map(Entry.init))] }
    parts += [.chapter("See also"), .paragraph("courant(1), courant-config(5), courant-query(7)")]
    return ManualPage(
      topic: "keys", name: "courant-keys", section: 7, summary: "the keys of courant's reader", parts: parts)
  }

  private static let about = """
    In the reader, `?` shows these keys as they are in force. Every command can be given by its name after `:`, followed by \
    what stands behind the name here: `:limit is:unread`. A key with a place in parentheses means the command there only. \
    courant-config(5) says how to choose others.
    """

  private static let presets = """
    A preset gives commands the keys that users of another program expect: `preset = "vim"` in config.toml. This is what \
    each changes.
    """
}

extension ManualPage.Entry {
  fileprivate init(_ line: KeysDocument.Line) {
    let keys = line.keys.map { labels, place in
      labels.map { "`\($0)`" }.joined(separator: " ") + (place.map { " (\($0))" } ?? "")
    }
    term = keys.isEmpty ? "`:\(line.usage)`" : keys.joined(separator: ", ")
    meaning = "\(line.summary) `\(line.usage)`"
  }
}
