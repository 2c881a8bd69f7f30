/// What the user wrote on a section of a story.
public struct Note: Hashable, Sendable {
  /// The section that it is on, from 0; nil for what stands before the first one.
  public var section: Int?
  public var text: String
  /// When it was written last.
  public var date: Moment

  public init(section: Int?, text: String, date: Moment) {
    self.section = section
    self.text = text
    self.date = date
  }
}

/// A note with the story and the section that it is on.
public struct PlacedNote: Hashable, Sendable {
  public var story: StoryID
  public var headline: String
  /// The story's date.
  public var date: Moment
  /// The heading of its section; nil for one on the whole story.
  public var heading: String?
  public var note: Note

  public init(story: StoryID, headline: String, date: Moment, heading: String?, note: Note) {
    self.story = story
    self.headline = headline
    self.date = date
    self.heading = heading
    self.note = note
  }
}

extension [Note] {
  /// The notes with those of one section made one, its words in their order; by section, that on the whole story first.
  ///
  /// Nothing of what was written is lost but words that are there already.
  public var joined: [Note] {
    var found: [Int: (texts: [String], seen: Set<String>, date: Moment)] = [:]
    for note in self {
      let key = note.section ?? -1
      var one = found[key] ?? ([], [], note.date)
      found[key] = nil
      if one.seen.insert(note.text).inserted { one.texts.append(note.text) }
      one.date = Swift.max(one.date, note.date)
      found[key] = one
    }
    return found.sorted { $0.key < $1.key }.map { key, one in
      Note(section: key < 0 ? nil : key, text: one.texts.joined(separator: "\n\n"), date: one.date)
    }
  }
}
