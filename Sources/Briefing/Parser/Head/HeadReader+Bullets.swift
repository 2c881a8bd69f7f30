/// The bullets below a headline, on lines of their own or all on one.
extension HeadReader {
  mutating func readBullets() {
    while let first = line, opensBullets(first) {
      let start = index
      var forced = [first.lowerBound]
      index += 1
      let areStopped = Bullet.isStopped(first, in: text)
      while index < lines.all.count, continuesBullet(index, from: start, areStopped: areStopped) {
        if BulletMark.width(lines.all[index].range, in: text) > 0 { forced.append(lines.all[index].range.lowerBound) }
        index += 1
      }
      let run = first.lowerBound..<lines.all[index - 1].range.upperBound
      let isOneToALine = forced.count > 1 && forced.count == index - start
      for mark in forced { putAside(text.trimmed(mark..<mark + BulletMark.width(mark..<run.upperBound, in: text))) }
      head.bullets += items(run, forced: forced, isOneToALine: isOneToALine)
    }
    readPictured()
  }

  /// Lines, two or more, each of which a picture opens: it stays, being a word of the bullet.
  private mutating func readPictured() {
    var end = index
    while end < lines.all.count, !isFooter(end), end == index || !lines.all[end].opensBlock,
      opensWithPicture(lines.all[end].range)
    {
      end += 1
    }
    guard end - index >= 2, head.bullets.isEmpty else { return }
    head.bullets = lines.all[index..<end].map(\.range)
    index = end
  }

  private func opensWithPicture(_ range: Range<Int>) -> Bool {
    guard text[range.lowerBound] >= 0xE2, range.count > 5 else { return false }
    let scalar = text.scalar(at: range.lowerBound).value
    return scalar >= 0x203C && ScalarKind.of(scalar, basicPlane: ScalarKind.basicPlane) == .emoji
      && text.first(0x20, in: range) - range.lowerBound <= 32
  }

  /// A rule opens no bullets, and numbers and dashes do only if two lines have them.
  func opensBullets(_ range: Range<Int>) -> Bool {
    guard BulletMark.width(range, in: text) > 0, !LineMarks.isRule(range, in: text) else { return false }
    if Bullet.markWidth(range, in: text) > 0 || text[range.lowerBound] == UInt8(ascii: "+") { return true }
    return index + 1 < lines.all.count && !isFooter(index + 1)
      && BulletMark.width(lines.all[index + 1].range, in: text) > 0
  }

  private mutating func items(_ run: Range<Int>, forced: [Int], isOneToALine: Bool) -> [Range<Int>] {
    guard Bullet.markWidth(run, in: text) > 0 else {
      return zip(forced, forced.dropFirst() + [run.upperBound]).map { start, end in
        text.trimmed(start + BulletMark.width(start..<end, in: text)..<end)
      }.filter { !$0.isEmpty }
    }
    var items: [Range<Int>] = []
    for bullet in Bullet.split(run, forced: forced, isOneToALine: isOneToALine, in: text) {
      JoinedWords.add(bulletsIn: bullet, of: text, to: &items)
    }
    return items.map { withoutBox($0) }
  }

  private mutating func withoutBox(_ item: Range<Int>) -> Range<Int> {
    guard TaskBox.marker(text, at: item.lowerBound, limit: item.upperBound) != nil else { return item }
    putAside(item.lowerBound..<item.lowerBound + TaskBox.width)
    return text.trimmed(item.lowerBound + TaskBox.width..<item.upperBound)
  }

  /// Sets a box aside that says more than that a bullet opens: that it is done.
  private mutating func putAside(_ box: Range<Int>) {
    if box.contains(where: { text[$0].isLetter }) { head.putAside(box, .markup) }
  }

  /// Whether bullets go on in line `index`; `areStopped` says whether the first of them end in full stops.
  private func continuesBullet(_ index: Int, from start: Int, areStopped: Bool) -> Bool {
    let line = lines.all[index]
    guard !line.opensBlock, !isFooter(index), HeadingMark.opening(line.range, in: text) == nil,
      !LineMarks.isRule(line.range, in: text)
    else { return false }
    if BulletMark.width(line.range, in: text) > 0 || line.isIndented || lines.isWrapped(into: index) { return true }
    guard !SentenceEnd.isBefore(lines.all[index - 1].range.upperBound, in: text) else { return false }
    return Letter.isLower(text.scalar(at: line.range.lowerBound).value)
      || areStopped && lines.all[index - 1].width >= 50
  }
}

/// What opens a bullet of a summary: the marks of lists, dashes of any width, and boxes.
enum BulletMark {
  /// The width of the mark that opens a bullet on `line`, with the space behind it where it needs one; 0 if none does.
  static func width(_ line: Range<Int>, in text: Bytes) -> Int {
    guard let first = line.first else { return 0 }
    switch text[first] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return Bullet.markWidth(line, in: text)
    case UInt8(ascii: "["):
      return TaskBox.marker(text, at: first, limit: line.upperBound) == nil ? 0 : TaskBox.width + 1
    case UInt8(ascii: "+"), 0x30...0x39: return listWidth(line, in: text)
    case 0xC2, 0xE2, 0xE3:
      let width = Bullet.markWidth(line, in: text)
      return width > 0 ? width : max(listWidth(line, in: text), dashWidth(line, in: text))
    default: return 0
    }
  }

  private static func listWidth(_ line: Range<Int>, in text: Bytes) -> Int {
    guard let mark = ListMark.read(text, at: line.lowerBound, limit: line.upperBound), mark.width < line.count else {
      return 0
    }
    return mark.width
  }

  /// `–` or `—` and a space.
  private static func dashWidth(_ line: Range<Int>, in text: Bytes) -> Int {
    let isDash = text.has("–", at: line.lowerBound) || text.has("—", at: line.lowerBound)
    return isDash && line.count > 4 && text[line.lowerBound + 3].isSpace ? 3 : 0
  }
}
