/// An encoding whose bytes each stand for one letter; those below 80 are ASCII.
struct SingleByteTable: Sendable {
  /// What the bytes from 80 on stand for, in UTF-8.
  private let letters: [[UInt8]]

  /// - Parameter name: as the Encoding Standard calls it.
  init?(named name: String) {
    guard let digits = Self.all[name] else { return nil }
    letters = digits.withUTF8Buffer { digits in
      (0..<128).map { index in
        let value = digits[(index * 4)..<(index * 4 + 4)].reduce(UInt32(0)) { value, digit in
          value << 4 | UInt32(digit <= 0x39 ? digit - 0x30 : digit - 0x37)
        }
        return Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
      }
    }
  }

  static let windows1252 = SingleByteTable(named: "windows-1252")

  func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text += letters[Int(byte & 0x7F)] }
    }
    return text
  }

  /// How many bytes what a byte stands for takes.
  func width(of byte: UInt8) -> Int { byte < 0x80 ? 1 : letters[Int(byte & 0x7F)].count }

  /// Where the letter stands in the bytes whose decoded form has it at this place.
  func place(of decoded: Int, in bytes: some Collection<UInt8>) -> Int {
    var rest = decoded
    var place = 0
    for byte in bytes {
      rest -= byte < 0x80 ? 1 : letters[Int(byte & 0x7F)].count
      if rest < 0 { break }
      place += 1
    }
    return place
  }

  /// Where the letters of stretches of the decoded form stand, which are in order and do not overlap.
  func ranges(of decoded: [Range<Int>], in bytes: [UInt8]) -> [Range<Int>] {
    var (place, end) = (0, 0)
    func advance(to wanted: Int) -> Int {
      while end < bytes.count, place < wanted {
        place += width(of: bytes[end])
        end += 1
      }
      return end
    }
    return decoded.map { range in
      let start = advance(to: range.lowerBound)
      return start..<advance(to: range.upperBound)
    }
  }
}
