import Testing

@testable import Briefing

@Suite struct `Bytes that are looked at sixteen together` {
  @Test func `are found wherever they stand, and not behind the range`() {
    for count in 0...40 {
      for place in 0..<count {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        bytes[place] = UInt8(ascii: "(")
        bytes.withUnsafeBufferPointer { text in
          for start in [0, 1, count / 2] where start <= count {
            for end in [count, max(start, count - 1), max(start, count / 2)] {
              let found = text.first(UInt8(ascii: "("), in: start..<end)
              #expect(
                found == ((start..<end).contains(place) ? place : end), "\(place) in \(start)..<\(end) of \(count)")
            }
          }
        }
      }
    }
  }

  @Test func `are found by some of their bits`() {
    let text = Array("a quick brown fox jumps over the lazy dog, twice: PACK my box".utf8)
    text.withUnsafeBufferPointer { text in
      let letters = text.indices.filter { text[$0] | 0x20 == UInt8(ascii: "p") }
      var found: [Int] = []
      var place = text.first(in: 0..<text.count) { $0.matches(UInt8(ascii: "p"), ignoring: 0x20) }
      while place < text.count {
        found.append(place)
        place = text.first(in: place + 1..<text.count) { $0.matches(UInt8(ascii: "p"), ignoring: 0x20) }
      }
      #expect(found == letters)
    }
  }

  @Test func `are told from printable ASCII`() {
    for byte in UInt8.min...UInt8.max {
      for place in [0, 7, 8, 15, 16, 18] {
        var bytes = [UInt8](repeating: UInt8(ascii: "~"), count: 19)
        bytes[place] = byte
        let found = bytes.withUnsafeBufferPointer { text in text.first(in: 0..<19) { $0.unusual } }
        #expect(found == ((0x20..<0x7F).contains(byte) ? 19 : place), "\(byte) at \(place)")
      }
    }
  }
}

@Suite struct `A table of words` {
  @Test func `keeps what is said of a word more than once, and knows no other`() {
    let words = ["get", "share", "get", "from"].map { (hash: FooterWords.hash(of: $0), value: UInt32($0.utf8.count)) }
    let table = WordTable(words + [(FooterWords.hash(of: "get"), 8)])
    #expect(table[FooterWords.hash(of: "get")] == 11)
    #expect(table[FooterWords.hash(of: "from")] == 4)
    #expect(table[FooterWords.hash(of: "brief")] == 0)
  }
}
