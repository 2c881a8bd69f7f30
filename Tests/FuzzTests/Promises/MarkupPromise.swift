@testable import Formats

/// Whatever is taken apart as HTML or XML, its tags and texts follow one another, all of them stand in the bytes, and the last
/// ends where these do.
enum MarkupPromise {
  static func broken(by input: [UInt8]) -> String? {
    for mode in [MarkupTokenizer.Mode.html, .xml] {
      if let flaw = input.withUnsafeBufferPointer({ flaw(in: MarkupTokenizer($0, mode: mode)) }) { return flaw }
    }
    return nil
  }

  private static func flaw(in start: MarkupTokenizer) -> String? {
    var tokenizer = start
    var last = 0
    while case let token = tokenizer.next(), token != .end {
      if tokenizer.at <= last, tokenizer.content == .data { return "a token has no bytes" }
      if let flaw = flaw(in: tokenizer, token, from: last) { return flaw }
      last = tokenizer.at
    }
    return tokenizer.at == tokenizer.bytes.count ? nil : "it ends before the bytes do"
  }

  private static func flaw(in tokenizer: MarkupTokenizer, _ token: MarkupTokenizer.Token, from start: Int) -> String? {
    let place = start..<tokenizer.at
    guard token != .text else {
      guard place.contains(tokenizer.text) else { return "a text stands outside of its token" }
      var text: [UInt8] = []
      tokenizer.appendText(to: &text)
      // A reference of four letters may name two scalars, of three bytes each at most.
      return text.count <= 3 * tokenizer.text.count ? nil : "a text is longer than it is written"
    }
    guard place.contains(tokenizer.name), !tokenizer.name.isEmpty else { return "a name stands outside of its tag" }
    var end = tokenizer.name.upperBound
    for attribute in tokenizer.attributes {
      guard attribute.name.lowerBound >= end, attribute.value.lowerBound >= attribute.name.upperBound,
        attribute.value.upperBound <= tokenizer.at
      else { return "an attribute stands outside of its tag" }
      end = attribute.value.upperBound
      _ = tokenizer.string(ofValue: attribute.value)
    }
    return nil
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    other.lowerBound >= lowerBound && other.upperBound <= upperBound
  }
}
