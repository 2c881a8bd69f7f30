/// 64 bits made from the words of a story: the same for the same words on every machine, today and later.
///
/// Not a defence against someone who wants two stories to have the same one: whoever needs to know that two stories are
/// equal compares them.
public struct Fingerprint: Hashable, Sendable {
  public private(set) var value: UInt64

  public init() {
    value = 0x243F_6A88_85A3_08D3
  }

  /// Takes in a text, with a no-break space as a space. Two texts are not the same as one text made of both.
  public mutating func add(_ text: String) {
    var text = text.withPlainSpaces
    text.withUTF8 { bytes in
      mix(UInt64(bytes.count))
      var start = 0
      while start < bytes.count {
        mix(Self.word(bytes, at: start))
        start += 8
      }
    }
  }

  /// Takes in a number, such as how many texts come next.
  public mutating func add(_ number: Int) {
    mix(UInt64(truncatingIfNeeded: number) ^ 0xA5A5_A5A5_A5A5_A5A5)
  }

  /// Up to eight bytes as one number, the first byte lowest.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt64 {
    let end = min(start + 8, bytes.count)
    if end - start == 8 {
      return UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
    return (start..<end).reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }
}

extension Fingerprint {
  /// Digits and lower-case letters without `i`, `l`, `o` and `u`, which are easily misread.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The value as 13 letters of five bits each, the highest first; stories with near values have nothing in common.
  public var letters: String {
    var bits = value
    bits ^= bits >> 32
    bits = bits &* 0xD6E8_FEB8_6659_FD93
    bits ^= bits >> 32
    return String(unsafeUninitializedCapacity: 13) { letters in
      for index in 0..<13 { letters[index] = Self.alphabet[Int((bits << UInt64(index * 5)) >> 59)] }
      return 13
    }
  }
}

extension Story {
  /// Made of the headline, the summary, and every heading and paragraph with the sources it names; not of where the story
  /// came from, nor of how it was wrapped or marked up. Costs one pass over the words.
  public var fingerprint: Fingerprint {
    var print = Fingerprint()
    print.add(headline)
    print.add(summary.count)
    for bullet in summary { print.add(bullet) }
    print.add(lede)
    print.add(sections.count)
    for section in sections {
      print.add(section.heading)
      print.add(section.blocks)
    }
    return print
  }
}

extension Fingerprint {
  fileprivate mutating func add(_ blocks: [Block]) {
    add(blocks.count)
    for block in blocks {
      add(block.text)
      add(block.citations.count)
      for citation in block.citations { add(citation.address) }
    }
  }
}
