/// The labels of an interview: `Q:` before a question, `A:` before what is answered, in the languages that have such.
struct AnswerLabels: Equatable {
  private let question: String
  private let answer: String

  /// A label that a line opens with.
  struct Label {
    var pair: AnswerLabels
    var isQuestion: Bool
    /// The label with the marks around it.
    var range: Range<Int>
  }

  /// The labels that a line may open with; more than one where languages share a letter.
  static func opening(_ line: Range<Int>, in text: Bytes) -> [Label] {
    var start = line.lowerBound
    let isBold = text.has("**", at: start)
    if isBold { start += 2 }
    var end = start
    while end < line.upperBound, end - start < 24, text[end].isLetter || text[end] >= 0x80,
      !text.has("：", at: end)
    {
      end += 1
    }
    let name = start..<end
    while end < line.upperBound, text[end].isDigit { end += 1 }
    guard end < line.upperBound else { return [] }
    let width = text.has("：", at: end) ? 3 : ":.".utf8.contains(text[end]) ? 1 : 0
    guard width > 0, !name.isEmpty else { return [] }
    let word = text.string(name).lowercased()
    end += width
    if isBold, text.has("**", at: end) { end += 2 }
    guard width == 3 || end == line.upperBound || text[end].isSpace else { return [] }
    return pairs.flatMap { pair -> [Label] in
      if pair.question == word { return [Label(pair: pair, isQuestion: true, range: line.lowerBound..<end)] }
      return pair.answer == word ? [Label(pair: pair, isQuestion: false, range: line.lowerBound..<end)] : []
    }
  }

  private static let pairs: [AnswerLabels] = [
    ("q", "a"), ("question", "answer"), ("q", "r"), ("question", "réponse"), ("f", "a"), ("frage", "antwort"),
    ("p", "r"),
    ("pregunta", "respuesta"), ("pergunta", "resposta"), ("d", "r"), ("domanda", "risposta"), ("v", "a"),
    ("vraag", "antwoord"), ("fråga", "svar"), ("spørgsmål", "svar"), ("в", "о"), ("вопрос", "ответ"), ("s", "c"),
    ("soru", "cevap"), ("问", "答"), ("問", "答"), ("質問", "回答"),
  ].map { AnswerLabels(question: $0.0, answer: $0.1) }
}
