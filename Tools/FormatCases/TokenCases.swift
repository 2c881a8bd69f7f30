import Formats

/// Takes apart what html5lib's tests of tokenizers ask for.
enum TokenCases {
  /// - Parameter line: an object with `input`, the name of a `state` and the name of the `last` start tag.
  static func answer(_ line: CaseLine) -> JSON {
    guard let input = line.text("input") else { return .null }
    var tokens: [JSON] = []
    Array(input.utf8).withUnsafeBufferPointer { bytes in
      var tokenizer = MarkupTokenizer(bytes)
      tokenizer.content = content(of: line.text("state") ?? "")
      tokenizer.rawName = Array((line.text("last") ?? "").utf8)
      while let token = next(of: &tokenizer) { tokens.append(token) }
    }
    return .array(tokens)
  }

  private static func content(of state: String) -> MarkupTokenizer.Content {
    switch state {
    case "PLAINTEXT state": .plain
    case "RCDATA state": .references
    case "RAWTEXT state": .raw
    case "Script data state": .script
    case "CDATA section state": .section
    default: .data
    }
  }

  private static func next(of tokenizer: inout MarkupTokenizer) -> JSON? {
    switch tokenizer.next() {
    case .end: return nil
    case .text:
      var text: [UInt8] = []
      tokenizer.appendText(to: &text)
      return .strings(["Character", String(decoding: text, as: UTF8.self)])
    case .endTag: return .strings(["EndTag", tokenizer.string(ofName: tokenizer.name)])
    case .startTag:
      // The tests look at the tokenizer alone, which is not told then what a tag's content is.
      tokenizer.content = .data
      let token = JSON.array([
        .string("StartTag"), .string(tokenizer.string(ofName: tokenizer.name)), attributes(of: tokenizer),
        .bool(tokenizer.isSelfClosing),
      ])
      return token
    }
  }

  private static func attributes(of tokenizer: MarkupTokenizer) -> JSON {
    var members: [JSON.Member] = []
    for attribute in tokenizer.attributes {
      let name = tokenizer.string(ofName: attribute.name)
      guard !members.contains(where: { $0.key == name }) else { continue }
      members.append(JSON.Member(key: name, value: .string(tokenizer.string(ofValue: attribute.value))))
    }
    return .object(members)
  }
}
