import Briefing
import GRDB

/// What is called for each word, kept where C can carry it along.
private final class TokenReceiver {
  let receive: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void

  init(_ receive: @escaping (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void) {
    self.receive = receive
  }
}

extension FTS5Tokenizer {
  /// The words of a term, folded and stemmed.
  func tokens(of words: String) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    forEachToken(ofFolded: WordText.of(words)) { token, _ in tokens.append(Array(token)) }
    return tokens
  }

  /// Calls `body` for each word, folded and stemmed, and where it stands in the text.
  func forEachToken(of text: String, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void) {
    guard let words = WordText(text) else { return forEachToken(ofFolded: text, body) }
    forEachToken(ofFolded: words.text) { body($0, words.original(of: $1)) }
  }

  /// The same for a text as the index takes it.
  private func forEachToken(ofFolded text: String, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void) {
    var text = text
    withoutActuallyEscaping(body) { body in
      let receiver = TokenReceiver(body)
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          _ = tokenize(
            context: Unmanaged.passUnretained(receiver).toOpaque(), tokenization: .document,
            pText: characters.baseAddress, nText: CInt(clamping: characters.count), tokenCallback: receiveToken)
        }
      }
    }
  }
}

private nonisolated func receiveToken(
  context: UnsafeMutableRawPointer?, flags: CInt, token: UnsafePointer<CChar>?, length: CInt, start: CInt, end: CInt
) -> CInt {
  guard let context, let token else { return 0 }
  let receiver = Unmanaged<TokenReceiver>.fromOpaque(context).takeUnretainedValue()
  token.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
    receiver.receive(UnsafeBufferPointer(start: bytes, count: Int(length)), Int(start)..<Int(end))
  }
  return 0
}
