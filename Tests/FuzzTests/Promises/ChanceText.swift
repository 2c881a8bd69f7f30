/// Texts that chance puts together of pieces, and the promises that they are tried on.
protocol ChanceText {
  /// The same texts for the same seed.
  init(seed: UInt64)
  mutating func next() -> [UInt8]
  /// What a text breaks, in a sentence; nil for nothing.
  static func broken(by text: [UInt8]) -> String?
}

extension ChanceText {
  /// What is broken by one of so many texts, and by which; nil if nothing.
  static func flaw(in count: Int, seed: UInt64) -> String? {
    var texts = Self(seed: seed)
    for _ in 0..<count {
      let text = texts.next()
      guard let sentence = broken(by: text) else { continue }
      let input = shortened(text)
      return "\(String(decoding: input, as: UTF8.self).debugDescription): \(broken(by: input) ?? sentence)"
    }
    return nil
  }

  /// A text that breaks something, without whatever can be taken away so that it still does.
  private static func shortened(_ text: [UInt8]) -> [UInt8] {
    var text = text
    var width = text.count / 2
    while width > 0 {
      var place = 0
      var isShorter = false
      while place + width <= text.count {
        let less = Array(text[..<place] + text[(place + width)...])
        if broken(by: less) != nil { (text, isShorter) = (less, true) } else { place += 1 }
      }
      if !isShorter { width /= 2 }
    }
    return text
  }
}
