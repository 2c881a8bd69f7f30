import Testing

@testable import Briefing

@Suite struct `The bytes that may be inline marks` {
  @Test func `are found wherever they stand, and others are passed over`() {
    let marks = Set<UInt8>("*_`[]\\&<~/>^{|".utf8 + [0x90, 0x94, 0xBD])
    for byte in UInt8.min...UInt8.max {
      for place in 0..<20 {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: 20)
        text[place] = byte
        let found = text.withUnsafeBufferPointer { InlineMarks.first(in: 0..<20, of: $0) }
        #expect(found == (marks.contains(byte) ? place : 20), "\(byte) at \(place)")
      }
    }
  }
}
