import Canvas

/// How fast text is laid out: `swift run -c release bench-text [ROUNDS]` (20).
///
/// Made-up paragraphs of a few scripts, a megabyte each, wrapped at 88 columns and measured; and one letter with a million
/// marks. Printed is the fastest round.
@main
enum BenchText {
  private static let clock = ContinuousClock()

  private static let paragraphs = [
    (
      "English",
      "The port lost three cranes in a storm, and \u{201C}nobody knows\u{201D} who pays the $40m \u{2013} yet. "
    ),
    (
      "German",
      "Das \u{201E}W\u{E4}rmepumpen\u{201C}-Gesetz kostet 1.000 \u{20AC}, sagt er, und/oder mehr als gedacht. "
    ),
    ("Russian", "Цены на нефть выросли на пять процентов, сообщает агентство. "),
    ("Japanese", "港は嵐で三基のクレーンを失った。「誰が払うのか」は、まだ分からない。"),
    ("Thai", "ราคาน้ำมันในประเทศไทยเพิ่มขึ้นอย่างต่อเนื่องในช่วงสามเดือนที่ผ่านมา "),
    ("addresses", "See https://www.example.org/news/2024/05/a-long-title?utm_source=letter&utm_medium=mail#top now. "),
  ]

  static func main() {
    let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20
    for (name, paragraph) in paragraphs {
      let text = String(repeating: paragraph, count: 1_000_000 / paragraph.utf8.count)
      let wrapping = fastest(rounds) { Wrap.lines(of: text, columns: 88).count }
      let measuring = fastest(rounds) { Width.of(text) }
      print("\(name): wraps \(rate(text, wrapping)) MB/s, measures \(rate(text, measuring)) MB/s")
    }
    let heap = "e" + String(repeating: "\u{301}", count: 1_000_000)
    let drawing = fastest(rounds) {
      var canvas = Canvas(size: Size(columns: 80, rows: 1))
      return canvas.write(heap, column: 0, row: 0) + Wrap.lines(of: heap, columns: 80).count
    }
    print("a letter with a million marks: wrapped and drawn in \(Double(drawing / .microseconds(1)) / 1000) ms")
  }

  private static func fastest(_ rounds: Int, _ body: () -> Int) -> Duration {
    (0..<rounds).map { _ in
      clock.measure { precondition(body() > 0) }
    }.min() ?? .zero
  }

  private static func rate(_ text: String, _ time: Duration) -> Int {
    Int(Double(text.utf8.count) / (time / .microseconds(1)))
  }
}
