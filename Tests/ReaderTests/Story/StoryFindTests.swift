import Briefing
import Canvas
import Testing

@testable import Reader

struct StoryFindTests {
  @Test("A match in a folded section opens it, highlighted where it stands, the cursor on its line")
  func opensFolds() {
    var bench = StoryBench(StorySamples.trains)
    _ = bench.state.search(for: "SOCKETS", in: bench.frame)
    #expect(bench.line.contains("They are rebuilt with sockets"))
    #expect(bench.litTexts == ["sockets"])
  }

  @Test("While more letters are typed, the search goes on from where it began")
  func incremental() {
    var bench = StoryBench(StorySamples.trains)
    bench.perform(.nextQuestion, .nextQuestion)
    for words in ["c", "co", "coa", "coach", "coaches"] { _ = bench.state.search(for: words, in: bench.frame) }
    #expect(bench.place == Place(.heading(section: 2), offset: 13))
    #expect(bench.state.search(for: "coachesx", in: bench.frame) == [.say("“coachesx” is not in this story")])
    #expect(bench.place?.block == .heading(section: 1))
  }

  @Test("What typing has opened on the way folds again, and all of it where the words stand nowhere")
  func folds() {
    var bench = StoryBench(StorySamples.trains)
    let before = bench.state.layout.outline.folds
    for words in ["s", "so", "soc", "sock", "sockx"] { _ = bench.state.search(for: words, in: bench.frame) }
    #expect(bench.state.layout.outline.folds == before)
    #expect(!bench.state.hints.contains { $0.command == .nextMatch })
  }

  @Test("Next and previous match go round the whole story and say so")
  func nextAndPrevious() {
    var bench = StoryBench(StorySamples.trains)
    _ = bench.state.search(for: "border", in: bench.frame)
    #expect(bench.place == Place(.bullet(2), offset: 5))
    bench.perform(.nextMatch)
    #expect(bench.place == Place(.heading(section: 3), offset: 7))
    #expect(bench.steps == [.say("2 of 2")])
    bench.perform(.nextMatch)
    #expect(bench.place == Place(.bullet(2), offset: 5))
    #expect(bench.steps == [.say("1 of 2 · on from the top")])
    bench.perform(.previousMatch)
    #expect(bench.place == Place(.heading(section: 3), offset: 7))
    #expect(bench.steps == [.say("2 of 2 · on from the end")])
  }

  @Test("A phrase is highlighted across the end of a line")
  func acrossLines() {
    for columns in 30...60 {
      var bench = StoryBench(StorySamples.trains, columns: columns, rows: 40)
      _ = bench.state.search(for: "twenty years ago", in: bench.frame)
      #expect(bench.litTexts.joined().filter { $0 != " " } == "twentyyearsago", "at \(columns)")
    }
  }

  @Test("Back ends a search that was typed in the story, and leaves the one that led there")
  func back() {
    var bench = StoryBench(StorySamples.trains, matching: "border")
    #expect(bench.state.callOff(in: bench.frame) == nil)
    _ = bench.state.search(for: "coach", in: bench.frame)
    #expect(bench.state.scopes.contains(.matches))
    #expect(bench.state.callOff(in: bench.frame) == [])
    #expect(bench.litTexts.isEmpty)
    #expect(!bench.state.scopes.contains(.matches))
  }

  @Test("What a search across stories asked for is highlighted: whole words, and those cut short from their start")
  func wordsOfASearch() {
    let bench = StoryBench(StorySamples.trains, rows: 40, matching: "\"twenty years\" bor* rent -coaches")
    #expect(bench.litTexts == ["bor", "twenty", "years", "bor", "bor"])
  }

  @Test("A word is whole where its letters end, and in a script without spaces anywhere")
  func wholeWords() {
    let rent = TextPattern("rent", edges: .wholeWords)
    #expect(rent?.matches(in: "rented, current rent. Rent", range: 0..<26) == [16..<20, 22..<26])
    #expect(TextPattern("电池", edges: .wholeWords)?.firstMatch(in: "蓄电池的") == 3..<9)
  }

  @Test(
    "Case and accents make no difference",
    arguments: [
      ("ECOLE", "l’école"), ("école", "ECOLE"), ("zurich", "Zu\u{308}rich"), ("αθηνα", "Η Αθήνα"), ("еще", "Ещё"),
      ("gpt-4", "ＧＰＴ－４"), ("don't", "don’t"), ("straße", "Straße"), ("strasse", "Straße"), ("东京", "在东京"),
      ("łódź", "Lodz"),
      ("σισυφος", "ΣΊΣΥΦΟΣ"), ("محمد", "مُحَمَّدٌ"), ("ポート", "ﾎﾟｰﾄ"), ("co2", "CO₂"), ("fine", "ﬁne"), ("oresund", "Øresund"),
      ("ai", "ＡＩ"), ("שלום", "שָׁלוֹם"),
    ])
  func folding(words: String, text: String) throws {
    let match = try #require(TextPattern(words)?.firstMatch(in: text))
    #expect(match.upperBound == text.utf8.count)
  }

  @Test(
    "Other words do not match",
    arguments: [("a", "bcd"), ("ab", "a"), ("ß", "s"), ("ハス", "バス"), ("ดู", "ดี"), ("x y", "xy"), ("е", "e")])
  func noMatch(words: String, text: String) {
    #expect(TextPattern(words)?.firstMatch(in: text) == nil)
  }

  @Test("Letters that are folded to two are highlighted whole, and counted once")
  func severalLetters() {
    #expect(TextPattern("i")?.matches(in: "a ﬁne", range: 0..<7) == [2..<5])
    #expect(TextPattern("s")?.matches(in: "Straße", range: 0..<7) == [0..<1, 4..<6])
    #expect(TextPattern("courant", edges: .wholeWords)?.firstMatch(in: "Courant™") == 0..<7)
  }

  @Test("A pattern that begins again within itself is found where it first stands, however long the text")
  func repeated() {
    let text = String(repeating: "a", count: 200_000)
    let pattern = TextPattern(String(repeating: "a", count: 20_000) + "b")
    #expect(pattern?.firstMatch(in: text + "b") == 180_000..<200_001)
    #expect(TextPattern("aab")?.firstMatch(in: "aaab") == 1..<4)
    #expect(TextPattern("ana", edges: .wholeWords)?.matches(in: "banana ana", range: 0..<10) == [7..<10])
  }

  @Test("The last match before an offset is the nearest")
  func lastMatch() {
    let pattern = TextPattern("na")
    #expect(pattern?.lastMatch(in: "banana", before: 4) == 2..<4)
    #expect(pattern?.lastMatch(in: "banana", before: 2) == nil)
    #expect(pattern?.matches(in: "banana", range: 0..<6) == [2..<4, 4..<6])
    #expect(TextPattern("  ") == nil)
  }
}

extension StoryBench {
  /// What is highlighted below the head, a run of cells at a time.
  var litTexts: [String] {
    let canvas = canvas
    var texts: [String] = []
    for row in 0..<canvas.size.rows {
      var run = ""
      for cell in canvas.row(row) {
        if cell.style.role == .match {
          run += cell.text
        } else if !run.isEmpty {
          texts.append(run)
          run = ""
        }
      }
      if !run.isEmpty { texts.append(run) }
    }
    return texts
  }
}
