/// Words that touch because the breaks between them were lost: `Who gains?Bakers do not.`, `third week.- Mills are full.`
enum JoinedWords {
  /// Where a heading ends that its body touches: behind a question mark, or, if its own mark touches the words before, where
  /// a word in small letters goes on with a capital. Nil where no words touch.
  static func headingEnd(of run: Range<Int>, isJoined: Bool, in text: Bytes) -> Int? {
    let near = run.lowerBound..<min(run.upperBound, run.lowerBound + 200)
    for place in near.dropLast() {
      switch text[place] {
      case UInt8(ascii: "?"):
        return Letter.opensSentence(text.scalar(at: place + 1).value) && text[place + 1] < 0x80 ? place + 1 : nil
      case UInt8(ascii: "."), UInt8(ascii: "("): return nil
      // Within an address no words touch.
      case UInt8(ascii: ":") where text[place + 1] == UInt8(ascii: "/"): return nil
      case let byte where isJoined && byte.isLower && text[place + 1].isUpper && parts(at: place + 1, run, in: text):
        return place + 1
      default: break
      }
    }
    return nil
  }

  /// Whether what touches is longer than in names like `iPhone` or `McCoy`.
  private static func parts(at place: Int, _ run: Range<Int>, in text: Bytes) -> Bool {
    guard place - 3 >= run.lowerBound, place + 1 < run.upperBound else { return false }
    return text[place - 3..<place].allSatisfy(\.isLower) && !text[place + 1].isUpper
  }

  /// Adds the bullets in one whose last words a hyphen touches that opens the next.
  static func add(bulletsIn item: Range<Int>, of text: Bytes, to bullets: inout [Range<Int>]) {
    func add(_ range: Range<Int>) {
      let words = text.trimmed(range)
      if !words.isEmpty { bullets.append(words) }
    }
    var (start, index) = (item.lowerBound, item.lowerBound + 1)
    while case let hyphen = text.first(UInt8(ascii: "-"), in: min(index, item.upperBound)..<item.upperBound),
      hyphen + 2 < item.upperBound
    {
      if ".!?)".utf8.contains(text[hyphen - 1]), text[hyphen + 1].isSpace, Bullet.isBeforeCapital(hyphen, in: text) {
        add(start..<hyphen)
        start = hyphen + 1
      }
      index = hyphen + 1
    }
    add(start..<item.upperBound)
  }
}
