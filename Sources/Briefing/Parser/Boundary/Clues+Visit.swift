/// Which weights a candidate takes.
extension Opening {
  /// Calls `take` with each clue of the candidate whose body starts with word `index`, and its place in the table.
  @inline(__always)
  func visitClues(at index: Int, _ course: Course, _ take: (Clue, Int) -> Void) {
    let before = words[index - 1], after = word(index)
    let stop = Int(before.stop.rawValue), next = Int(after.shape.rawValue), last = Int(before.shape.rawValue)
    let second = Int(shape(index + 1).rawValue), third = Int(shape(index + 2).rawValue)
    let shapes = Shape.allCases.count, stops = Stop.allCases.count
    let style = Int(course.style.rawValue), tongue = Int(script.rawValue)

    take(.edge, (last * stops + stop) * shapes + next)
    take(.start, (style * shapes + next) * shapes + second)
    take(.extent, (style * 8 + min(index - 1, 7)) * shapes + next)
    take(.words, tongue * 28 + min(index, 27))
    take(.letters, tongue * 16 + min(course.letters / 5, 15))
    take(.opener, next * stops + Int(after.stop.rawValue))
    take(.course, second * shapes + third)
    take(.sentence, tongue * 8 + sentenceLength(from: index))
    take(.repetition, repetition(at: index) * shapes + next)
    take(.open, Int(before.open.rawValue) * stops + stop)
    take(.commas, min(course.commas, 3))
    take(.colons, min(course.colons, 3))
    take(.sentences, min(course.sentences, 3))
    take(.questions, min(course.questions, 3))
    take(.capitals, min(course.lateCapitalCount, 3) * shapes + next)
    take(.next, tongue * 16 + min(Int(after.length) / (script.isDense ? 4 : 1), 15))
    let (asking, distance) = asking(at: index)
    take(.asking, asking * stops + stop)
    take(.question, (asking * 5 + min(distance / 2, 4)) * shapes + next)
    let place = before.stop == .question ? 3 : asking
    take(.interrogative, ((word(0).asks || word(1).asks ? 2 : 0) + (after.asks || word(index + 1).asks ? 1 : 0)) * 4 + place)
    take(.extentAsking, before.stop == .question ? min(index, 15) : 0)
    take(.trail, (Int((index > 1 ? words[index - 2].shape : .end).rawValue) * shapes + last) * shapes + next)
  }

  /// How far the first sentence of a body goes: 0 for none, up to 7 for one whose end is out of sight.
  @inline(__always)
  func sentenceLength(from index: Int) -> Int {
    var at = index
    while at < min(count, index + 24) {
      if words[at].stop.endsSentence { break }
      at += 1
    }
    let length = at - index
    if at == count { return isWhole ? 6 : 7 }
    return length == 0 ? 0 : length < 3 ? 1 : length < 6 ? 2 : length < 12 ? 3 : length < 24 ? 4 : 5
  }

  /// How the body's first words repeat the heading's: 0 not at all, 1 its first word, 2 its first two, 3 another of its
  /// words, 4 its last word, 5 the second word does.
  @inline(__always)
  func repetition(at index: Int) -> Int {
    let after = word(index)
    if after.key != 0, index < count {
      if after.key == words[0].key {
        return index > 1 && index + 1 < count && words[index + 1].key == words[1].key ? 2 : 1
      }
      if after.stem != 0 {
        for at in 0..<index where words[at].stem == after.stem { return at == index - 1 ? 4 : 3 }
      }
    }
    let second = word(index + 1)
    if second.stem != 0 {
      for at in 0..<index where words[at].stem == second.stem { return 5 }
    }
    return 0
  }

  /// Whether the sentence from `index` on is a question (0 no, 1 yes, 2 a quoted one), and how many words lie before its
  /// end.
  @inline(__always)
  func asking(at index: Int) -> (Int, Int) {
    var at = index
    while at < min(count, index + 24) {
      let stop = words[at].stop
      if stop == .question { return (1, at - index) }
      if stop == .quotedQuestion { return (2, at - index) }
      if stop.endsSentence { return (0, 0) }
      at += 1
    }
    return (0, 0)
  }

  /// Calls `take` with each word and role that speaks for the candidate; `inside` is summed by the caller.
  @inline(__always)
  func visitRoles(at index: Int, _ take: (Int, Role) -> Void) {
    if index < count {
      take(index, words[index].shape == .lower ? .opensLow : .opens)
      if asking(at: index).0 == 1 {
        take(index, .asks)
        if index + 1 < count { take(index + 1, .asksNext) }
      }
    }
    if index + 1 < count { take(index + 1, .follows) }
    take(index - 1, .ends)
    if index > 1 { take(index - 2, .beforeEnd) }
    if words[index - 1].stop == .question {
      take(0, .asks)
      if index > 1 { take(1, .asksNext) }
    }
  }
}
