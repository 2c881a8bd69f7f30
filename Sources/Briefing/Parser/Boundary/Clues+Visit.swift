/// Which weights a candidate takes.
extension LeadingWords {
  /// Calls `take` with each clue of the candidate whose body starts with word `index`, and its place in the table.
  @inline(__always)
  func visitClues(at index: Int, _ course: Course, _ vote: Vote, _ take: (Clue, Int) -> Void) {
    let ending = words[index - 1].stop
    let stop = Int(ending.rawValue)
    let last = Int(words[index - 1].shape.rawValue)
    let next = Int(shape(index).rawValue)
    let afterStop = index < count ? Int(words[index].stop.rawValue) : 0
    let nextLength = index < count ? Int(words[index].length) : 0
    let second = Int(shape(index + 1).rawValue)
    let third = Int(shape(index + 2).rawValue)
    let shapes = Shape.count
    let stops = Stop.count
    let style = Int(course.style.rawValue)
    let tongue = Int(script.rawValue)

    take(.edge, (last * stops + stop) * shapes + next)
    take(.start, (style * shapes + next) * shapes + second)
    take(.extent, (style * 8 + min(index - 1, 7)) * shapes + next)
    take(.words, tongue * 28 + min(index, 27))
    take(.letters, tongue * 16 + min(course.letters / 5, 15))
    take(.opener, next * stops + afterStop)
    take(.course, second * shapes + third)
    take(.sentence, tongue * 8 + sentenceLength(from: index))
    take(.repetition, repetition(at: index) * shapes + next)
    take(.open, Int(words[index - 1].open.rawValue) * stops + stop)
    take(.commas, min(course.commas, 3))
    take(.colons, min(course.colons, 3))
    take(.sentences, (index < count ? 0 : 4) + min(course.sentences, 3))
    take(.questions, (index < count ? 0 : 4) + min(course.questions, 3))
    take(.capitals, min(course.lateCapitalCount, 3) * shapes + next)
    take(.next, tongue * 16 + min(nextLength / (script.isDense ? 4 : 1), 15))
    let (asking, distance) = asking(at: index)
    take(.asking, asking * stops + stop)
    take(.question, (asking * 5 + min(distance / 2, 4)) * shapes + next)
    let place = ending == .question ? 3 : asking
    take(.interrogative, ((words[0].asks || asks(1) ? 2 : 0) + (asks(index) || asks(index + 1) ? 1 : 0)) * 4 + place)
    take(.extentAsking, ending == .question ? min(index, 15) : 0)
    take(.trail, (Int((index > 1 ? words[index - 2].shape : .end).rawValue) * shapes + last) * shapes + next)
    take(.manner, (Int(vote.rawValue) * Style.count + style) * shapes + next)
    take(.echo, echo(at: index) * 6 + min(index / 4, 5))
    visitCaseClues(at: index, vote, take)
  }

  /// How far the first sentence of a body goes: 0 for none, up to 7 for one whose end is out of sight.
  @inline(__always)
  func sentenceLength(from index: Int) -> Int {
    guard index < count else { return 6 }
    if words[index].sentenceStop == .none { return isWhole ? 6 : 7 }
    let length = words[index].toSentenceEnd
    return length == 0 ? 0 : length < 3 ? 1 : length < 6 ? 2 : length < 12 ? 3 : length < 24 ? 4 : 5
  }

  /// How the body's first words repeat the heading's: 0 not at all, 1 its first word, 2 its first two, 3 another of its
  /// words, 4 its last word, 5 the second word does.
  @inline(__always)
  func repetition(at index: Int) -> Int {
    guard index < count else { return 0 }
    if words[index].key == words[0].key, words[0].length > 0 {
      return index > 1 && index + 1 < count && words[index + 1].key == words[1].key ? 2 : 1
    }
    if words[index].sameStem >= 0 { return words[index].stem == words[index - 1].stem ? 4 : 3 }
    if index + 1 < count, words[index + 1].sameStem >= 0, Int(words[index + 1].sameStem) < index { return 5 }
    return 0
  }

  /// How many of the first ten words of the body have a stem that the heading has, at most four.
  @inline(__always)
  func echo(at index: Int) -> Int {
    let end = min(index + 10, self.count, LeadingWords.knownWords)
    guard hasRepetitions, index < end else { return 0 }
    var count = 0
    for word in index..<end
    where words[word].sameStem >= 0 && words[word].sameStem < index {
      count += 1
    }
    return min(count, 4)
  }

  /// Whether the sentence from `index` on is a question (0 no, 1 yes, 2 a quoted one), and how many words lie before its
  /// end.
  @inline(__always)
  func asking(at index: Int) -> (Int, Int) {
    guard index < count, words[index].toSentenceEnd < 24 else { return (0, 0) }
    let distance = Int(words[index].toSentenceEnd)
    return switch words[index].sentenceStop {
    case .question: (1, distance)
    case .quotedQuestion: (2, distance)
    default: (0, 0)
    }
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
    if let verb = wordBehindName(from: index) { take(verb, .follows) }
    if words[index - 1].stop == .question {
      take(0, .asks)
      if index > 1 { take(1, .asksNext) }
    } else {
      // A question may end in any word; a statement ends in few that belong before another.
      take(index - 1, .ends)
      if index > 1 { take(index - 2, .beforeEnd) }
    }
  }

  /// The word behind the capitals that a body opens with, where these are two or more: mostly a verb, as behind a name.
  @inline(__always)
  private func wordBehindName(from index: Int) -> Int? {
    guard index < count, words[index].capitalsFrom > 1 else { return nil }
    let verb = index + Int(words[index].capitalsFrom)
    return verb < min(count, LeadingWords.knownWords) ? verb : nil
  }
}
