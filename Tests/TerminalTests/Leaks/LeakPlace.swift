import Foundation

/// A folder in which every payload waits in every kind of file, for one of the sides.
///
/// `stories` has a story for each payload, which stands in its headline, its summary, its lede, a question, an answer and
/// its footer, with a far longer one in front that has all of them; `exported` the same stories as JSON with all but ASCII
/// escaped; `wide` the longer one in UTF-16; `names` empty files, and `named` stories, called by the payloads; `all` the longer story alone, and `one` a story without any.
struct LeakPlace {
  let side: Side
  private let place: TemporaryPlace

  var path: String { place.path }

  init(_ side: Side) throws {
    self.side = side
    place = try TemporaryPlace()
    for folder in ["stories", "exported", "wide", "names", "named", "home/.config/courant"] {
      try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
    }
    for (number, payload) in Payload.all.enumerated() {
      try write("stories/2026-03-01-\(number).txt", story("Head \(number), là ", side.word(payload)))
      if let text = payload.text {
        try write("exported/2026-03-01-\(number).json", Array(json(number, text, payload).utf8))
      }
      guard payload.fitsName else { continue }
      try write(Array("names/2026-03-01-\(number)-".utf8) + side.word(payload) + Array(".txt".utf8), [])
      let file = Array("named/2026-03-01-\(number)-".utf8) + side.word(payload) + Array(".txt".utf8)
      try write(file, Array("Head \(number)\n\nLede.\n".utf8))
    }
    try write("all.txt", everything)
    try write("wide/2026-04-01-all.txt", wide)
    try write("2026-04-28-one.txt", Array("A port loses three cranes\n\nThey leave.\n".utf8))
    try write("stories/2026-04-01-all.txt", everything)
  }

  // MARK: What is in them

  private func story(_ head: String, _ word: [UInt8]) -> [UInt8] {
    [
      Array(head.utf8), word, Array("\n\n- A bullet ".utf8), word, Array("\n\nA lede ".utf8), word,
      Array(" (wire.example.org) ### Whose ".utf8), word, Array(" is it? An answer ".utf8), word,
      Array(" (harbour.example.com)\n\nShared from Some ".utf8), word, Array("\n".utf8),
    ].flatMap { $0 }
  }

  private var everything: [UInt8] {
    var bytes = Array("A head of all\n\n- A bullet\n\nA lede (wire.example.org)".utf8)
    for (number, payload) in Payload.all.enumerated() {
      let word = side.word(payload)
      bytes += Array(" ### Whose \(number) ".utf8) + word + Array(" is it? An answer ".utf8) + word
      bytes += Array(" (wire.example.org)".utf8)
    }
    return bytes + Array("\n\nShared from Some App\n".utf8)
  }

  /// In UTF-16, of either order of bytes, which holds only what is text.
  private var wide: [UInt8] {
    var text = "A head of all\n\nA lede (wire.example.org)"
    for (number, payload) in Payload.all.enumerated() {
      guard let word = payload.text.map({ side == .hostile ? $0 : payload.shown }) else { continue }
      text += " ### Whose \(number) wa\(word)ter is it? An answer wa\(word)ter (wire.example.org)"
    }
    let isLittle = side == .hostile
    return ("\u{FEFF}" + text).utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isLittle ? bytes.reversed() : bytes
    }
  }

  private func json(_ number: Int, _ text: String, _ payload: Payload) -> String {
    let word = (side == .hostile ? "wa\(text)ter" : "wa\(payload.shown)ter").escaped
    return """
      {"headline": "Head \(number) \(word)", "summary": ["A bullet \(word)"], "lede": [{"text": "A lede \(word)", \
      "citations": ["wire.example.org"]}], "sections": [{"heading": "Whose \(word) is it?", "paragraphs": [{"text": \
      "An answer \(word)", "citations": ["harbour.example.com"]}]}], "publisher": "Some \(word)"}

      """
  }

  // MARK: Writing

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try write(Array(name.utf8), bytes)
  }

  /// Names are bytes here, which Foundation would not have.
  func write(_ name: [UInt8], _ bytes: [UInt8]) throws {
    var full = (Array((path + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
    let file = open(&full, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(bytes))
  }
}

extension String {
  /// As JSON and TOML write a text when nothing but ASCII is allowed; JSON's way has surrogates.
  var escaped: String {
    utf16.map { unit in
      "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
    }
    .joined()
  }
}
