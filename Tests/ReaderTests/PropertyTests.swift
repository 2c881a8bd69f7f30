import Briefing
import Canvas
import Samples
import Scenes
import Testing

@testable import Reader

/// Random keys on random sizes.
struct PropertyTests {
  @Test(
    "Ten thousand random keys on random sizes: nothing traps, the cursor stays inside", .enabled(if: Thorough.isWanted),
    arguments: 1...4 as ClosedRange<UInt64>)
  func randomKeys(seed: UInt64) {
    var random = SplitMix(state: seed)
    var driver = Driver(size: Size(columns: 80, rows: 24), catalog: .revised, settings: .fetching)
    for step in 0..<2_500 {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<4:
        let size = Size(columns: .random(in: 1...220, using: &random), rows: .random(in: 1...70, using: &random))
        driver.send(.resized(size))
      case 4: driver.send(.pasted("paste\u{1B}[31m\nq :quit ポート"))
      case 5: driver.isHolding.toggle()
      case 6: driver.release()
      case 8: driver.isHoldingChanges = true
      case 9: driver.keepChanges(Int.random(in: 0..<3, using: &random))
      case 10: driver.refusal = driver.refusal == nil ? "the catalog is locked" : nil
      case 11:
        let gone = Bool.random(using: &random) ? StoryID("s\(Int.random(in: 100..<116, using: &random))") : nil
        driver.elsewhere { catalog in
          if let gone { catalog.remove(gone) } else { catalog = step.isMultiple(of: 2) ? FakeCatalog() : .revised }
        }
      case 12: driver.send(.searchable(lag: Int.random(in: 0...2_000, using: &random)))
      case 13: driver.send(.rested)
      case 14, 15: for message in FromTheNet.some(&random, of: driver.effects) { driver.send(message) }
      case 7: driver.send(.reading(Progress(stories: step, isDone: Bool.random(using: &random))))
      default: driver.send(.keyPressed(key(&random)))
      }
      expectWhole(driver, "step \(step) of seed \(seed)")
    }
  }

  @Test(
    "The whole of a story comes at any time among random keys on its beginning", .enabled(if: Thorough.isWanted),
    arguments: 1...40 as ClosedRange<UInt64>)
  func wholeAmongKeys(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let catalog = FakeCatalog.revised
    let answer = catalog.answer(to: .story(StoryID("s100")))
    let whole = try #require({ if case .story(let detail) = answer { detail } else { nil } }() as StoryDetail?)
    var beginning = whole
    beginning.row.id = StoryID("")
    beginning.story.sections.removeSubrange(Int.random(in: 0...whole.story.sections.count, using: &random)...)
    var driver = Driver(size: .usual, catalog: catalog, on: .beginning(beginning))
    let incoming = Int.random(in: 0..<60, using: &random)
    for step in 0..<80 {
      if step == incoming { driver.send(.whole(whole)) } else { driver.send(.keyPressed(key(&random))) }
      expectWhole(driver, "step \(step) of seed \(seed)")
    }
  }

  @Test(
    "Random keys on stories of every kind of block, at any size from one cell up", .enabled(if: Thorough.isWanted),
    arguments: 1...40 as ClosedRange<UInt64>)
  func blocks(seed: UInt64) {
    var random = SplitMix(state: seed)
    var stories = RandomStory(seed: seed)
    var driver = Driver(size: .usual, on: .story(Library.detail(of: stories.next())))
    for step in 0..<200 {
      if step % 20 == 0 {
        driver.send(
          .resized(Size(columns: .random(in: 1...100, using: &random), rows: .random(in: 1...40, using: &random))))
      }
      driver.send(.keyPressed(key(&random)))
      expectWhole(driver, "step \(step) of seed \(seed)")
    }
  }

  @Test(
    "Each word of a story of every kind of block can be read by going down", .enabled(if: Thorough.isWanted),
    arguments: 1...60 as ClosedRange<UInt64>)
  func wordsByGoingDown(seed: UInt64) {
    var stories = RandomStory(seed: seed)
    let story = stories.next()
    var bench = StoryBench(Library.detail(of: story), columns: 60, rows: 30)
    bench.perform(.openAllFolds)
    let seen = bench.readThrough().filter { $0 != " " && $0 != "\u{A0}" }
    for block in story.blocks where block.kind == .prose {
      for word in block.text.split(whereSeparator: { " \u{A0}".contains($0) }) where !word.contains("//") {
        #expect(seen.contains(word), "\(word) of \(block.text)")
      }
    }
  }

  private func expectWhole(_ driver: Driver, _ when: String) {
    let canvas = driver.canvas
    #expect(canvas.size == driver.state.size)
    if let cursor = canvas.cursor { #expect(canvas[cursor.column, cursor.row] != nil, "\(when)") }
  }

  @Test("Every scene can be drawn at any size from one cell up", .enabled(if: Thorough.isWanted))
  func everySize() {
    for scene in Scene.all {
      var driver = scene.driver
      for columns in [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 139, 140, 144, 233] {
        for rows in [1, 2, 3, 5, 8, 13, 21, 34] {
          driver.send(.resized(Size(columns: columns, rows: rows)))
          _ = driver.canvas
        }
      }
      driver.send(.resized(Size(columns: 0, rows: 0)))
      _ = driver.canvas
    }
  }

  private func key(_ random: inout SplitMix) -> Key {
    let named: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .enter, .tab, .backTab, .backspace,
      .delete, .escape, .function(1), .alt("x"), .control("d"), .control("u"), .control("w"), .control("l"),
    ]
    let letters = Array("jjkklhhHLgGbnN]]zaoRRMcfFiyusvtUSDJKr<<>>1234444556789/\\:? qw+dxxe¿é語".unicodeScalars)
    let index = Int.random(in: 0..<(named.count + letters.count), using: &random)
    return index < named.count ? named[index] : .scalar(letters[index - named.count])
  }
}

/// A small generator that gives the same numbers for the same seed everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
