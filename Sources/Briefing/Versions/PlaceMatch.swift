/// Where a place of a story is in another version of it: on the same words, if they still stand.
struct PlaceMatch {
  let sections: SectionMatch
  private let old: Story
  private let new: Story

  init(from old: Story, to new: Story) {
    (self.old, self.new) = (old, new)
    sections = SectionMatch(from: old, to: new)
  }

  /// Always a place inside the other version, on a scalar boundary.
  func find(_ wanted: Place) -> Place {
    let length = old.text(at: wanted.block)?.utf8.count ?? 0
    let place = Place(wanted.block, offset: min(max(0, wanted.offset), length))
    switch place.block {
    case .headline:
      return Place(.headline, offset: offset(place, in: new.headline))
    case .heading(let section):
      guard let same = sections[section] else { return heading(near: section) }
      return Place(.heading(section: same), offset: offset(place, in: new.sections[same].heading))
    case .bullet(let index):
      return words(at: place, among: new.summary.indices.map { .bullet($0) }, turn: index) ?? Place(.headline)
    case .lede(let index):
      return words(at: place, among: new.lede.indices.map { .lede($0) }, turn: index) ?? Place(.headline)
    case .paragraph(let section, let index):
      let home = sections[section].map { home in
        new.sections[home].blocks.indices.map { Place.Block.paragraph(section: home, index: $0) }
      }
      return words(at: place, among: home ?? [], turn: index) ?? heading(near: section)
    }
  }

  private func heading(near section: Int) -> Place {
    guard let other = sections.nearest(to: section) else {
      return Place(new.lede.isEmpty ? .headline : .lede(new.lede.count - 1))
    }
    return Place(.heading(section: other))
  }

  /// The place in the block of `home` that has most of the old block's text; or where else its sentence stands; or the
  /// same turn of `home`. Nil if that is empty.
  private func words(at place: Place, among home: [Place.Block], turn: Int) -> Place? {
    let lost = home.isEmpty ? nil : home[min(max(0, turn), home.count - 1)]
    guard let text = old.text(at: place.block) else { return lost.map { Place($0) } }
    let sentence = SentenceAt(place.offset, in: text)
    if let block = best(of: home, for: text, turn: turn) {
      return Place(block, offset: offset(place, in: new.text(at: block) ?? ""))
    }
    if let sentence, let found = sentence.find(in: new) { return found }
    return lost.map { Place($0, offset: offset(place, in: new.text(at: $0) ?? "")) }
  }

  /// The block with the same text, the nearest of several; or else the one that shares most of its sentences.
  private func best(of home: [Place.Block], for text: String, turn: Int) -> Place.Block? {
    let same = home.indices.filter { new.text(at: home[$0]) == text }
    if let nearest = same.min(by: { abs($0 - turn) < abs($1 - turn) }) { return home[nearest] }
    let sentences = Set(Sentences.texts(in: text))
    func shared(_ block: Place.Block) -> Int {
      Sentences.texts(in: new.text(at: block) ?? "").reduce(0) { sentences.contains($1) ? $0 + $1.utf8.count : $0 }
    }
    let best = home.map { (block: $0, weight: shared($0)) }.max { $0.weight < $1.weight }
    return best.flatMap { $0.weight > 0 ? $0.block : nil }
  }

  /// The offset in `text` that stands at the same words as a place did.
  private func offset(_ place: Place, in text: String) -> Int {
    guard let before = old.text(at: place.block), before != text else { return text.boundary(at: place.offset) }
    if let found = SentenceAt(place.offset, in: before)?.offset(in: text) { return found }
    // The sentence was changed: what stands before or behind the change is where it was, seen from that end.
    let (old, new) = (Array(before.utf8), Array(text.utf8))
    let head = zip(old, new).prefix { $0 == $1 }.count
    if place.offset <= head { return text.boundary(at: place.offset) }
    let tail = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    let isBehind = place.offset >= old.count - tail
    return text.boundary(at: isBehind ? max(head, place.offset + new.count - old.count) : head)
  }
}

/// A sentence, and how far into it a place is.
private struct SentenceAt {
  private let text: String
  private let depth: Int

  init?(_ offset: Int, in block: String) {
    let ranges = Sentences.ranges(in: block)
    guard let index = ranges.lastIndex(where: { $0.lowerBound <= offset }) ?? ranges.indices.first
    else { return nil }
    text = Sentences.texts(in: block)[index]
    depth = min(max(0, offset - ranges[index].lowerBound), text.utf8.count)
  }

  /// The same place, if the sentence stands in a text.
  func offset(in block: String) -> Int? {
    zip(Sentences.texts(in: block), Sentences.ranges(in: block)).first { $0.0 == text }.map {
      block.boundary(at: $0.1.lowerBound + depth)
    }
  }

  /// The first place in a story where it stands; short ones, which may stand anywhere, are not looked for.
  func find(in story: Story) -> Place? {
    guard text.utf8.count >= 24 else { return nil }
    for block in story.leaves {
      if let offset = offset(in: block.text) { return Place(block.place, offset: offset) }
    }
    return nil
  }
}

extension Story {
  /// The words of a block; nil if the story has no such block.
  func text(at block: Place.Block) -> String? {
    switch block {
    case .headline: headline
    case .bullet(let index): summary.indices.contains(index) ? summary[index] : nil
    case .lede(let index): lede.indices.contains(index) ? lede[index].text : nil
    case .heading(let section): sections.indices.contains(section) ? sections[section].heading : nil
    case .paragraph(let section, let index):
      sections.indices.contains(section) && sections[section].blocks.indices.contains(index)
        ? sections[section].blocks[index].text : nil
    }
  }
}

extension String {
  /// An offset inside the text on which a scalar opens: this one, or the nearest before it.
  fileprivate func boundary(at offset: Int) -> Int {
    var place = Swift.min(Swift.max(0, offset), utf8.count)
    while place > 0, place < utf8.count, utf8[utf8.index(startIndex, offsetBy: place)] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
